import type { GridRow } from '../../grid/grid.ts';
import type { FormTemplate, LabelCell, PatternCell } from './form-template.ts';
import { isLabelled, patternValues, type SourceCell, sourceCells } from './match-row.ts';

/** The different texts of some rows, by what they are compared by. */
type Census = ReadonlyMap<string, readonly SourceCell[]>;

/** Every definition looks at the same rows. */
const known = new WeakMap<readonly GridRow[], Census>();

function censusOf(rows: readonly GridRow[]): Census {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const census = new Map<string, SourceCell[]>();
  for (const row of rows) {
    for (const cell of sourceCells(row)) {
      const alike = census.get(cell.normalised);
      if (alike === undefined) census.set(cell.normalised, [cell]);
      else if (alike.every(({ text }) => text !== cell.text)) alike.push(cell);
    }
  }
  known.set(rows, census);
  return census;
}

/**
 * Whether rows may hold a form at all: so many of its labels stand somewhere among them that the share a form must
 * have can be reached. Most definitions are ruled out so, before their rows are held against every row of a document.
 * @param share of the form's labels, 0 to 1
 */
export function mayHoldForm(template: FormTemplate, rows: readonly GridRow[], share: number): boolean {
  const census = censusOf(rows);
  const least = share * template.labelCount;
  const open: (LabelCell | PatternCell)[] = [];
  let found = 0;
  for (const { cells, isOptional } of template.rows) {
    if (isOptional) continue;
    for (const cell of cells) {
      if (cell.kind === 'value' || (cell.kind === 'label' && cell.isOptional)) continue;
      if (cell.kind === 'label' && cell.texts.some((text) => census.has(text))) found += 1;
      else open.push(cell);
    }
  }
  // Those that do not stand there word for word are looked for only as far as they can still decide.
  const cells = [...census.values()].flat();
  for (const [index, cell] of open.entries()) {
    if (found >= least || found + open.length - index < least) break;
    const stands = (source: SourceCell): boolean =>
      cell.kind === 'label' ? isLabelled(template, cell, source) : patternValues(cell, source.text) !== undefined;
    if (cells.some(stands)) found += 1;
  }
  return found >= least;
}

import { parseAmount } from '../../domain/amount.ts';
import type { GridCell } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';
import { tableOf } from '../shape.ts';
import type { FormTemplate, TemplateRow, ValueCell } from './form-template.ts';
import type { Assignment, SourceCell } from './match-row.ts';
import { categoryName, isRepeated, matchRow, sourceCells } from './match-row.ts';
import type { MendedRow } from './mended-row.ts';
import { plainCell } from './mended-row.ts';

/** The cells of a row that hold categories the definition knows. */
export function categoryCells(row: TemplateRow | null): ValueCell[] {
  return (row?.cells ?? []).filter((cell): cell is ValueCell => cell.kind === 'value' && cell.names !== null);
}

/** The texts of a row in front of as many as it has columns that hold no categories. */
function inFront(row: TemplateRow, { source }: MendedRow): SourceCell[] {
  const others = row.cells.filter((cell) => cell.kind !== 'label' && !(cell.kind === 'value' && cell.names !== null));
  const texts = sourceCells(source);
  return texts.slice(0, Math.max(0, texts.length - others.length));
}

/** The category a row names in a column; undefined where it names none that is known. */
function namedCategory(cell: ValueCell, { source }: MendedRow): string | undefined {
  for (const { text } of source.cells) {
    const name = categoryName(cell, normaliseLabel(text));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether a row names no known category in a column. */
export function isWithoutCategory(cell: ValueCell, mended: MendedRow): boolean {
  return namedCategory(cell, mended) === undefined;
}

/** The row with a category put into its column, and why. */
export function withCategory(mended: MendedRow, cell: ValueCell, name: string, message: string): MendedRow {
  const column = mended.columnMap(cell.column);
  const kept = mended.source.cells.filter((own) => own.column !== column || own.text.trim() !== '');
  const at = kept.findIndex((own) => own.column >= column);
  // The row may stand in other columns than the headings: an outer category goes before an inner one all the same.
  const outer = categoryCells(mended.row).filter((other) => other.column < cell.column);
  const behind = kept.findLastIndex(({ text }) => outer.some((other) => categoryName(other, normaliseLabel(text))));
  const cells = kept.toSpliced(Math.max(behind + 1, at < 0 ? kept.length : at), 0, plainCell(name, column));
  return {
    ...mended,
    source: { ...mended.source, cells },
    remarks: [...mended.remarks, { column: cell.id, message }],
  };
}

/** The outer category an inner one belongs to, where the tree has it in one place only. */
function parentOf(template: FormTemplate, { table }: ValueCell, inner: string): string | undefined {
  const nodes = tableOf(template.definition, table ?? '')?.categories ?? [];
  const [parent, ...others] = nodes.filter(({ children }) => children?.some(({ name }) => name === inner));
  return others.length === 0 ? parent?.name : undefined;
}

/**
 * An inner category printed in the middle of its merged cell stands rows below the first one it belongs to: a row that
 * begins an outer category and names no inner one has that of the next row that does.
 */
export function mendCentredCategories(template: FormTemplate, rows: readonly MendedRow[]): MendedRow[] {
  const mended = [...rows];
  let current: string | undefined;
  let begun: { readonly at: number; readonly row: TemplateRow } | undefined;
  for (const [at, own] of rows.entries()) {
    if (own.row === null) continue;
    const [outerCell, innerCell, ...deeper] = categoryCells(own.row);
    if (own.row !== begun?.row) begun = undefined;
    if (!outerCell || !innerCell || deeper.length > 0) continue;
    const outer = namedCategory(outerCell, own);
    const inner = namedCategory(innerCell, own);
    const namesOne = inFront(own.row, own).length === 1;
    if (outer !== undefined && outer !== current) begun = namesOne ? { at, row: own.row } : undefined;
    current = outer ?? (inner === undefined ? current : parentOf(template, outerCell, inner)) ?? current;
    if (inner === undefined) continue;
    const first = begun && begun.at < at ? mended[begun.at] : undefined;
    if (begun && first) {
      mended[begun.at] = withCategory(first, innerCell, inner, `“${inner}”印在下面的行，按合并单元格判断`);
    }
    begun = undefined;
  }
  return mended;
}

function withText(cells: readonly GridCell[], column: number, text: string): GridCell[] {
  return cells.map((cell) => (cell.column === column ? { ...cell, text } : cell));
}

/** No category is torn into more pieces; long texts have thousands. */
const MOST_PIECES = 20;

/** A category the definition knows that a text ends or begins with, parted from the rest by white space. */
function categoryAmong(
  row: TemplateRow,
  text: string,
): { readonly cell: ValueCell; readonly name: string } | undefined {
  const pieces = text.split(/\s+/u);
  for (let count = Math.min(pieces.length - 1, MOST_PIECES); count > 0; count -= 1) {
    for (const part of [pieces.slice(-count).join(''), pieces.slice(0, count).join('')]) {
      for (const cell of categoryCells(row)) {
        const name = categoryName(cell, normaliseLabel(part));
        if (name !== undefined) return { cell, name };
      }
    }
  }
  return undefined;
}

/** Categories of a tree have words only; a text with figures or Latin letters is what a scan made of one. */
function isNoise(cell: ValueCell, normalised: string): boolean {
  if (cell.names === null || categoryName(cell, normalised) !== undefined) return false;
  const isCoded = [...cell.names.keys()].some((name) => /[\da-z]/u.test(name));
  return !isCoded && /[\da-z]/u.test(normalised);
}

/**
 * Mends the category cells of a repeated row: a category with remains of another cell is taken for the category, and
 * what cannot be one stands for itself, so that the row has the category of the row above.
 * @returns the row, and behind it what was taken out of it
 */
export function mendCategories(template: FormTemplate, row: TemplateRow, mended: MendedRow): MendedRow[] {
  const own = categoryCells(row);
  if (own.length === 0) return [mended];
  const remarks = [...mended.remarks];
  let { cells } = mended.source;
  const doubtful = inFront(row, mended).filter(({ normalised }) => {
    return own.every((cell) => categoryName(cell, normalised) === undefined);
  });
  if (doubtful.length === 0) return [mended];
  for (const { text, column } of doubtful) {
    const found = categoryAmong(row, text);
    if (!found) continue;
    cells = withText(cells, column, found.name);
    remarks.push({ column: found.cell.id, message: `原文写作“${text}”，当作“${found.name}”` });
  }
  const source = { ...mended.source, cells };
  const noise = matchRow(template, row, sourceCells(source), mended.columnMap).assignments.filter(
    ({ cell, source: { normalised } }) => cell.kind === 'value' && isNoise(cell, normalised),
  );
  const left = noise.map(({ text, source: { column } }): MendedRow => {
    cells = withText(cells, column, '');
    return { ...mended, row: null, remarks: [], source: { ...mended.source, cells: [plainCell(text, column)] } };
  });
  for (const { cell, text } of noise) {
    if (cell.kind === 'value') remarks.push({ column: cell.id, message: `原文的“${text}”不像类别，没有采用，请核对` });
  }
  if (remarks.length === mended.remarks.length) return [mended];
  return [{ ...mended, source: { ...source, cells }, remarks }, ...left];
}

function isWords({ cell }: Assignment): boolean {
  return cell.kind === 'value' && (cell.type === 'text' || cell.type === 'longText');
}

/** Chinese is written on without a space. */
function joined(left: string, right: string): string {
  return /[\da-z]$/iu.test(left) && /^[\da-z]/iu.test(right) ? `${left} ${right}` : left + right;
}

/**
 * Puts a value together that a scan has cut into neighbouring cells: in a row with all of its labels, what stands
 * beside a value of words and is no label belongs to it.
 */
export function mendCutValues(template: FormTemplate, row: TemplateRow, mended: MendedRow): MendedRow {
  const texts = sourceCells(mended.source);
  const { assignments, left } = matchRow(template, row, texts);
  const labels = assignments.filter(({ cell }) => cell.kind === 'label' && !cell.isOptional).length;
  if (left.length === 0 || row.labelCount === 0 || labels < row.labelCount) return mended;
  let { cells } = mended.source;
  const remarks = [...mended.remarks];
  for (const piece of left) {
    if (template.allLabels.has(piece.normalised) || parseAmount(piece.text) !== undefined) continue;
    const position = texts.indexOf(piece);
    if (isRepeated(texts, position)) continue;
    const isAt = (offset: number) => (assignment: Assignment) => assignment.source === texts[position + offset];
    const before = assignments.find(isAt(-1));
    const after = assignments.find(isAt(1));
    const owner = [before, after].find((assignment) => assignment !== undefined && isWords(assignment));
    if (owner?.cell.kind !== 'value') continue;
    const held = cells.find(({ column }) => column === owner.source.column)?.text.trim() ?? '';
    const text = owner === before ? joined(held, piece.text) : joined(piece.text, held);
    cells = withText(withText(cells, piece.column, ''), owner.source.column, text);
    remarks.push({ column: owner.cell.id, message: `原文断在两格里，连成“${text}”` });
  }
  return remarks.length === mended.remarks.length
    ? mended
    : { ...mended, source: { ...mended.source, cells }, remarks };
}

import { parseAmount } from '../../domain/amount.ts';
import type { GridCell } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';
import type { FormTemplate, TemplateRow, ValueCell } from './form-template.ts';
import type { Assignment } from './match-row.ts';
import { categoryName, matchRow, sourceCells } from './match-row.ts';
import type { MendedRow } from './mended-row.ts';
import { plainCell } from './mended-row.ts';

/** The cells of a row that hold categories the definition knows. */
export function categoryCells(row: TemplateRow): ValueCell[] {
  return row.cells.filter((cell): cell is ValueCell => cell.kind === 'value' && cell.names !== null);
}

function withText(cells: readonly GridCell[], column: number, text: string): GridCell[] {
  return cells.map((cell) => (cell.column === column ? { ...cell, text } : cell));
}

/** A category the definition knows that a text ends or begins with, parted from the rest by white space. */
function categoryAmong(
  row: TemplateRow,
  text: string,
): { readonly cell: ValueCell; readonly name: string } | undefined {
  const pieces = text.split(/\s+/u);
  if (pieces.length < 2) return undefined;
  for (let rest = 1; rest < pieces.length; rest += 1) {
    for (const part of [pieces.slice(rest).join(''), pieces.slice(0, pieces.length - rest).join('')]) {
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
  const texts = sourceCells(mended.source);
  const others = row.cells.length - own.length - row.cells.filter((cell) => cell.kind === 'label').length;
  for (const { text, normalised, column } of texts.slice(0, Math.max(0, texts.length - others))) {
    if (own.some((cell) => categoryName(cell, normalised) !== undefined)) continue;
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

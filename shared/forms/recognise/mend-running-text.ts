import { parseAmount } from '../../domain/amount.ts';
import { tableOf } from '../shape.ts';
import type { FormTemplate, TemplateRow, ValueCell } from './form-template.ts';
import { matchRow, sourceCells } from './match-row.ts';
import type { MendedRow } from './mended-row.ts';
import { plainCell, repeatAround } from './mended-row.ts';
import type { RunningRow } from './running-rows.ts';
import { findRunningRows } from './running-rows.ts';
import type { AmountSums, PrintedTotal } from './settle-amounts.ts';
import { amountSums, fittingOrders, settleAmounts } from './settle-amounts.ts';

/** What a repeated row is made of where it can be known in running text. */
interface RowShape {
  readonly row: TemplateRow;
  readonly name: ValueCell;
  /** The column of the text around the short cells; undefined where it is not clear. */
  readonly content: ValueCell | undefined;
  readonly amounts: readonly ValueCell[];
  readonly sums: AmountSums;
}

/** A row found in running text, and the row of the source it was found in. */
interface Recovered {
  readonly found: RunningRow;
  readonly from: MendedRow;
  readonly orders: readonly (readonly string[])[];
}

function rowShape(template: FormTemplate, row: TemplateRow): RowShape | undefined {
  const values = row.cells.filter((cell): cell is ValueCell => cell.kind === 'value');
  const amounts = values.filter(({ type }) => type === 'amount');
  const [name, content, ...more] = values.filter(({ type }) => type === 'text' || type === 'longText');
  const table = tableOf(template.definition, row.repeat[0] ?? '');
  if (!name || !table || row.repeat.length !== 1) return undefined;
  const columns = amounts.map(({ id }) => id);
  const sums = amountSums(template.definition, table, columns);
  return { row, name, content: more.length === 0 ? content : undefined, amounts, sums };
}

/** Amounts that add up, and are no years or counts; where nothing has to add up, written as money is. */
function isAmounts(shape: RowShape, amounts: readonly string[]): boolean {
  if (shape.sums.rows.length === 0) return amounts.every((amount) => /[.,，]/u.test(amount));
  return amounts.some((amount) => /[1-9.]/u.test(amount)) && fittingOrders(amounts, shape.sums.rows).length > 0;
}

/** A printed total of each amount column that has one, and the amounts the table's own rows give. */
function printedTotals(template: FormTemplate, rows: readonly MendedRow[], shape: RowShape): PrintedTotal[] {
  const read = rows.flatMap(({ source, row, columnMap }) =>
    row === null ? [] : [{ row, match: matchRow(template, row, sourceCells(source), columnMap) }],
  );
  const textsOf = (id: string, isIn: (row: TemplateRow) => boolean): string[] =>
    read.flatMap(({ row, match }) =>
      match.assignments.flatMap(({ cell, text }) =>
        isIn(row) && cell.kind === 'value' && cell.id === id ? [parseAmount(text) ?? text] : [],
      ),
    );
  return shape.sums.columns.flatMap(({ column, field }): PrintedTotal[] => {
    const [total] = textsOf(field, ({ repeat }) => repeat.length === 0);
    const known = textsOf(shape.amounts[column]?.id ?? '', (row) => row === shape.row);
    return total === undefined || parseAmount(total) === undefined ? [] : [{ column, total, known }];
  });
}

function rowMessage(agrees: boolean | null): string {
  const found = '原文在连续的文字里，按“名称和一组金额”认出';
  if (agrees === null) return `${found}，请核对`;
  return agrees ? `${found}，各行相加与合计一致` : `${found}，各行相加与合计不一致，请核对`;
}

function recoveredRow(
  shape: RowShape,
  { found, from }: Recovered,
  amounts: readonly string[],
  agrees: boolean | null,
  columnMap: MendedRow['columnMap'],
): MendedRow[] {
  const remarks = [{ column: '', message: rowMessage(agrees) }];
  const cells = [plainCell(found.name, columnMap(shape.name.column))];
  if (shape.content && found.around !== '') {
    cells.push(plainCell(found.around, columnMap(shape.content.column)));
    remarks.push({ column: shape.content.id, message: '原文与前后各行混在一起，按句号分开，请核对' });
  }
  for (const [index, cell] of shape.amounts.entries()) {
    cells.push(plainCell(amounts[index] ?? '', columnMap(cell.column)));
  }
  const written = found.amounts.map((amount) => parseAmount(amount) ?? amount);
  const [first] = shape.amounts;
  if (first && written.join(' ') !== amounts.join(' ')) {
    remarks.push({ column: first.id, message: `原文依次为 ${written.join('、')}，按合计关系排列` });
  }
  const { source } = from;
  const own: MendedRow = { row: shape.row, columnMap, remarks, source: { ...source, kind: 'table', cells } };
  if (shape.content || found.around === '') return [own];
  // Words that no column can be found for stay what they are.
  const rest = { ...source, kind: 'line' as const, cells: [plainCell(found.around, 0)] };
  return [own, { row: null, columnMap, remarks: [], source: rest }];
}

/** The loose paragraphs from a row on. */
function paragraphsFrom(
  rows: readonly MendedRow[],
  index: number,
  loose: ReadonlySet<MendedRow>,
): readonly MendedRow[] {
  const isParagraph = (row: MendedRow): boolean => loose.has(row) && row.source.kind === 'line';
  let end = index;
  for (let row = rows[end]; row && isParagraph(row); row = rows[end]) end += 1;
  return rows.slice(index, end);
}

function recover(shape: RowShape, paragraphs: readonly MendedRow[]): Recovered[] {
  const texts = paragraphs.map(({ source }) => source.cells.map((cell) => cell.text).join(' '));
  const ends: number[] = [];
  for (const text of texts) ends.push((ends.at(-1) ?? -1) + text.length + 1);
  const found = findRunningRows(texts.join('\n'), shape.amounts.length, (amounts) => isAmounts(shape, amounts));
  return found.flatMap((row): Recovered[] => {
    const from = paragraphs[ends.findIndex((end) => row.offset < end)];
    return from ? [{ found: row, from, orders: fittingOrders(row.amounts, shape.sums.rows) }] : [];
  });
}

/** Rows that stand together, and what was found in them, if they are running text. */
interface Piece {
  readonly rows: readonly MendedRow[];
  readonly shape: RowShape | undefined;
  readonly recovered: readonly Recovered[];
  readonly columnMap: MendedRow['columnMap'];
}

/** Puts rows that became running text back into their table; where none is found the text stays as it is. */
export function mendRunningText(
  template: FormTemplate,
  rows: readonly MendedRow[],
  loose: ReadonlySet<MendedRow>,
): MendedRow[] {
  const shapes = new Map<TemplateRow, RowShape | undefined>();
  const pieces: Piece[] = [];
  for (let index = 0; index < rows.length; ) {
    const paragraphs = paragraphsFrom(rows, index, loose);
    const around = paragraphs.length > 0 ? repeatAround(rows, index) : undefined;
    if (around?.row && !shapes.has(around.row)) shapes.set(around.row, rowShape(template, around.row));
    const shape = around?.row ? shapes.get(around.row) : undefined;
    const own = rows.slice(index, index + Math.max(1, paragraphs.length));
    const recovered = shape ? recover(shape, paragraphs) : [];
    pieces.push({ rows: own, shape, recovered, columnMap: around?.columnMap ?? ((column) => column) });
    index += own.length;
  }
  const settled = new Map<Recovered, readonly string[]>();
  const agreeing = new Map<RowShape, boolean | null>();
  for (const shape of shapes.values()) {
    const found = pieces.flatMap((piece) => (piece.shape === shape ? piece.recovered : []));
    if (!shape || found.length === 0) continue;
    const choices = found.map(({ orders }) => orders);
    const { rows: amounts, agrees } = settleAmounts(choices, printedTotals(template, rows, shape));
    agreeing.set(shape, agrees);
    for (const [index, one] of found.entries()) settled.set(one, amounts[index] ?? []);
  }
  return pieces.flatMap(({ rows: own, shape, recovered, columnMap }) => {
    if (!shape || recovered.length === 0) return [...own];
    const agrees = agreeing.get(shape) ?? null;
    return recovered.flatMap((one) => recoveredRow(shape, one, settled.get(one) ?? [], agrees, columnMap));
  });
}

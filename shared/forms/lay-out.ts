import type { AnswerRow, Answers } from '../domain/answers.ts';
import { fieldText, tableRows } from '../domain/answers.ts';
import type { Binding, CellRole, Grid, GridCell, GridRow } from '../grid/grid.ts';
import { placeColumns } from '../grid/place-columns.ts';
import type { FormDefinition, LayoutBlock, RepeatRow, StaticRow, TableDefinition, ValueType } from './definition.ts';
import { columnOf, fieldOf, tableOf } from './shape.ts';
import { fillTemplate, templateFields } from './template.ts';

/** The part of a record that is printed. `answers` are in the definition's shape. */
export interface FormContent {
  readonly answers: Answers;
  readonly fiscalYear: number;
  /** The form's number among the forms it is printed with, from 1; absent where it is printed alone. */
  readonly ordinal?: number;
}

type AnyRow = StaticRow | RepeatRow | LayoutBlock;
/** A cell before it has found its column. */
type LooseCell = Omit<GridCell, 'column'>;
type LooseRow = Omit<GridRow, 'cells'> & { readonly cells: readonly LooseCell[] };

const VALUE_ROLE: Record<ValueType, CellRole> = {
  text: 'short',
  longText: 'text',
  amount: 'amount',
  period: 'short',
  category: 'short',
  target: 'short',
  operator: 'short',
  figure: 'short',
  code: 'short',
};

/** Template fields that are not answers. */
export const CONTEXT_FIELDS: readonly string[] = ['fiscalYear', 'ordinal'];

/** The text a template field stands for: `fiscalYear`, `ordinal`, or a field of the form. */
export function contentText(content: FormContent, field: string): string {
  if (field === 'ordinal') return String(content.ordinal ?? '');
  return field === 'fiscalYear' ? String(content.fiscalYear) : fieldText(content.answers, field);
}

/** The wording to print: without a number, the first that names none. */
function wordingFor(content: FormContent, wordings: readonly string[]): string {
  const printable = wordings.filter(
    (wording) => content.ordinal !== undefined || !templateFields(wording).includes('ordinal'),
  );
  return printable[0] ?? wordings[0] ?? '';
}

/**
 * Lays a form out as it goes to paper: titles, the stamp line, the ruled table. Read backwards by `recognise`:
 * `recognise(layOut(r))` gives r.
 */
export function layOut(definition: FormDefinition, content: FormContent): Grid {
  const loose = definition.layout.rows.flatMap((row) => layOutRow(definition, content, row));
  const placed = placeColumns(loose.map((row) => row.cells));
  const rows = loose.map((row, index): GridRow => ({ ...row, cells: placed[index] ?? [] }));
  return { rows, columnWidths: definition.layout.columnWidths };
}

function layOutRow(definition: FormDefinition, content: FormContent, row: AnyRow): LooseRow[] {
  if ('side' in row) return layOutBlock(definition, content, row);
  if ('repeat' in row) return layOutRepeat(definition, content, row);
  return [layOutStatic(definition, content, row)];
}

function layOutBlock(definition: FormDefinition, content: FormContent, block: LayoutBlock): LooseRow[] {
  const rows = block.rows.flatMap((row) => layOutRow(definition, content, row));
  const [first, ...rest] = rows;
  if (!first) return [];
  const side: LooseCell = {
    text: block.side.label,
    columnSpan: block.side.columnSpan,
    rowSpan: rows.length,
    role: block.side.stacked ? 'side' : 'label',
  };
  return [{ ...first, cells: [side, ...first.cells] }, ...rest];
}

function layOutStatic(definition: FormDefinition, content: FormContent, row: StaticRow): LooseRow {
  const isLine = row.kind === 'title' || row.kind === 'line';
  const labelRole: CellRole = row.kind === 'table' ? 'label' : row.kind;
  const cells = row.cells.map((cell): LooseCell => {
    const place = {
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      ...(cell.align === undefined ? {} : { align: cell.align }),
    };
    if ('label' in cell) return { ...place, text: cell.label, role: labelRole };
    if ('template' in cell) {
      const wording = wordingFor(content, [cell.template, ...(cell.aliases ?? [])]);
      const [path] = templateFields(wording).filter((field) => !CONTEXT_FIELDS.includes(field));
      return {
        ...place,
        text: fillTemplate(wording, (field) => contentText(content, field)),
        role: labelRole,
        ...(path === undefined ? {} : { bind: { path } }),
      };
    }
    return {
      ...place,
      text: fieldText(content.answers, cell.field),
      role: VALUE_ROLE[fieldOf(definition, cell.field)?.type ?? 'text'],
      bind: { path: cell.field },
    };
  });
  return {
    cells,
    kind: isLine ? 'line' : 'table',
    ...(row.kind === 'heading' ? { repeatsOnPage: true } : {}),
    ...(row.stamp ? { hasStamp: true } : {}),
  };
}

/** How many rows from `start` on are one merged cell in the column at `depth` of the grouping columns. */
function groupLength(rows: readonly AnswerRow[], groupBy: readonly string[], depth: number, start: number): number {
  const columns = groupBy.slice(0, depth + 1);
  const own = rows[start]?.[groupBy[depth] ?? ''] ?? '';
  if (own === '') return 1;
  let end = start + 1;
  while (end < rows.length && columns.every((column) => rows[end]?.[column] === rows[start]?.[column])) end += 1;
  return end - start;
}

function layOutRepeat(definition: FormDefinition, content: FormContent, row: RepeatRow): LooseRow[] {
  const rowsOf = new Map(row.repeat.map((id) => [id, tableRows(content.answers, id)]));
  const count = Math.max(row.minRows, ...[...rowsOf.values()].map((rows) => rows.length));
  const result: LooseRow[] = [];
  const coveredUntil = row.cells.map(() => 0);
  for (let index = 0; index < count; index += 1) {
    const cells: LooseCell[] = [];
    for (const [position, cell] of row.cells.entries()) {
      if (index < (coveredUntil[position] ?? 0)) continue;
      const tableId = cell.table ?? row.repeat[0] ?? '';
      const place = { columnSpan: cell.columnSpan, ...(cell.align === undefined ? {} : { align: cell.align }) };
      if ('number' in cell) {
        cells.push({ ...place, text: cell.number.replace('{n}', String(index + 1)), rowSpan: 1, role: 'label' });
        continue;
      }
      const value = layOutColumn(tableOf(definition, tableId), rowsOf.get(tableId) ?? [], cell.column, index);
      coveredUntil[position] = index + value.rowSpan;
      cells.push({ ...place, ...value });
    }
    result.push({ cells, kind: row.kind });
  }
  return result;
}

/** One cell of a repeated table; in a grouping column it stands for all rows of its group. */
function layOutColumn(
  table: TableDefinition | undefined,
  rows: readonly AnswerRow[],
  column: string,
  index: number,
): { readonly text: string; readonly rowSpan: number; readonly role: CellRole; readonly bind: Binding } {
  const depth = table?.groupBy.indexOf(column) ?? -1;
  const rowSpan = depth >= 0 && table ? groupLength(rows, table.groupBy, depth, index) : 1;
  const type = (table && columnOf(table, column)?.type) ?? 'text';
  return {
    text: rows[index]?.[column] ?? '',
    rowSpan,
    role: type === 'text' ? 'text' : VALUE_ROLE[type],
    bind: { path: `${table?.id}.${index}.${column}`, ...(rowSpan > 1 ? { lastRow: index + rowSpan - 1 } : {}) },
  };
}

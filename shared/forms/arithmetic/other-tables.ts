import type { AmountUnit } from '../../domain/amount.ts';
import { amountToFen } from '../../domain/amount.ts';
import type { Answers } from '../../domain/answers.ts';
import { tableRows } from '../../domain/answers.ts';
import type { FormDefinition } from '../definition.ts';
import { type CellReference, TOP_ROW } from '../table-language.ts';
import { rowIndexOf, rowLabel } from '../table-rows.ts';

/** Another table of the same unit and year. `answers` are null where the unit has none yet. */
export interface OtherTable {
  readonly definition: FormDefinition;
  readonly answers: Answers | null;
}

/** The other tables of a unit and year, by definition id. */
export type OtherTables = ReadonlyMap<string, OtherTable>;

/** No other tables are known: what comes from them is left as it stands. */
export const noOtherTables: OtherTables = new Map();

/** An amount in 分; null where the cell is empty; undefined where it is unknown (no such table, no readable amount). */
export type CellValue = bigint | null | undefined;

/** The amount a text stands for, in a form's unit. */
export function cellValue(text: string, unit: AmountUnit): CellValue {
  return text.trim() === '' ? null : amountToFen(text, unit);
}

/** The amount of a cell of another table. A line that table does not have is empty. */
export function otherValue(others: OtherTables, reference: CellReference): CellValue {
  const other = others.get(reference.definition ?? '');
  if (!other || other.answers === null) return undefined;
  return valueIn(other.definition, other.answers, reference);
}

/** The amount of a cell of a table, named by its line. */
export function valueIn(definition: FormDefinition, answers: Answers, reference: CellReference): CellValue {
  const [table] = definition.tables;
  if (!table) return undefined;
  const rows = tableRows(answers, table.id);
  const row = rows[rowIndexOf(table, rows, reference.row)];
  return cellValue(row?.[reference.column] ?? '', definition.amountUnit);
}

/** Words for a cell of another table: `《部门预算支出总表》第2行“201 一般公共服务支出”的“合计”`. */
export function otherPlaceWords(others: OtherTables, reference: CellReference): string {
  const id = reference.definition ?? '';
  const other = others.get(id);
  const [table] = other?.definition.tables ?? [];
  if (!other || !table) return `《${id}》`;
  const column = table.columns.find((candidate) => candidate.id === reference.column)?.label ?? reference.column;
  const rows = tableRows(other.answers ?? {}, table.id);
  const index = rowIndexOf(table, rows, reference.row);
  const missing = reference.row === TOP_ROW ? ((table.tree ?? table.groups)?.total ?? '合计') : reference.row;
  const line = index < 0 ? `“${missing}”行` : `第${index + 1}行“${rowLabel(table, rows[index], index)}”`;
  return `《${other.definition.name}》${line}的“${column}”`;
}

import { type Answers, tableRows, withField, withRows } from '../domain/answers.ts';
import type { FormDefinition } from './definition.ts';
import { columnOf, emptyRow, fieldOf, tableOf } from './shape.ts';

/**
 * Sets what stands at a path: a field (`annualFunds.total`), or a cell of a table (`indicators.3.target`, rows from
 * 0; the row after the last one begins a new row). The answers that come back are not yet in shape.
 * @returns undefined when the form has no such place
 */
export function withAnswer(
  definition: FormDefinition,
  answers: Answers,
  path: string,
  text: string,
): Answers | undefined {
  if (fieldOf(definition, path) !== undefined) return withField(answers, path, text);
  const [tableId = '', index = '', columnId = '', ...rest] = path.split('.');
  const table = tableOf(definition, tableId);
  if (table === undefined || columnOf(table, columnId) === undefined || rest.length > 0) return undefined;
  const rows = tableRows(answers, tableId);
  if (!/^\d+$/u.test(index) || Number(index) > rows.length) return undefined;
  const row = { ...(rows[Number(index)] ?? emptyRow(table)), [columnId]: text };
  return withRows(answers, tableId, [...rows.slice(0, Number(index)), row, ...rows.slice(Number(index) + 1)]);
}

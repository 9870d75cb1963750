import type { Answers } from '../domain/answers.ts';
import type { FormDefinition, TableDefinition } from '../forms/definition.ts';
import { requiredCategories } from './categories.ts';
import { checkedRows, fieldCells, isTableBegun, rowCells } from './cells.ts';

export interface Completeness {
  readonly filled: number;
  readonly required: number;
  /** 0 to 100, rounded down, so that 100 means complete. */
  readonly percent: number;
  /** Paths of what is missing: fields, table cells, or a table where a row or a required category is missing. */
  readonly missing: readonly string[];
}

/** What a table still lacks. It counts as one thing to fill plus one per required category. */
function tableCompleteness(
  table: TableDefinition,
  answers: Answers,
): { filled: number; required: number; missing: string[] } {
  if (!table.columns.some((column) => column.required)) return { filled: 0, required: 0, missing: [] };
  const said = checkedRows(answers, table);
  const rows = isTableBegun(table, said) ? said : [];
  const emptyCells = rows.flatMap((row) => rowCells(table, row)).filter((cell) => cell.isRequired && cell.text === '');
  const categories = requiredCategories(table, rows);
  const absent = categories.filter((category) => !category.isPresent);
  const isTableDone = rows.length > 0 && emptyCells.length === 0;
  return {
    required: categories.length + 1,
    filled: categories.length - absent.length + (isTableDone ? 1 : 0),
    missing: [...(rows.length === 0 || absent.length > 0 ? [table.id] : []), ...emptyCells.map((cell) => cell.path)],
  };
}

/** How far a form is filled in: required fields, required categories, and the required cells of begun rows. */
export function completeness(definition: FormDefinition, answers: Answers): Completeness {
  const fields = fieldCells(definition, answers).filter((cell) => cell.isRequired);
  const emptyFields = fields.filter((cell) => cell.text === '');
  let required = fields.length;
  let filled = fields.length - emptyFields.length;
  const missing = emptyFields.map((cell) => cell.path);
  for (const table of definition.tables) {
    const part = tableCompleteness(table, answers);
    required += part.required;
    filled += part.filled;
    missing.push(...part.missing);
  }
  return { filled, required, percent: required === 0 ? 100 : Math.floor((filled * 100) / required), missing };
}

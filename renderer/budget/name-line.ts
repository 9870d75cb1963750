import type { AnswerRow } from '../../shared/domain/answers.ts';
import { emptyRow } from '../../shared/forms/shape.ts';
import type { Subject } from '../../shared/subjects/subject.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import type { BudgetEditing } from './editing.ts';
import { lineOfCode, placeLine, takeLine } from './lines.ts';
import { words } from './words.ts';

/** What became of a line that was given another name. */
export interface NamedLine {
  readonly rows: Rows;
  /** Where the line stands now. */
  readonly index: number;
  readonly notice: string | null;
}

/** The line with its code or name set, the other one completed where a subject says it. */
function withName(
  { table: { tree } }: BudgetEditing,
  line: AnswerRow,
  column: string,
  subject: Subject | null,
  text: string,
  nameOf: (code: string) => string,
): AnswerRow {
  if (!tree) return { ...line, [column]: text };
  if (subject) return { ...line, [tree.code]: subject.code, [tree.name]: subject.name };
  if (column !== tree.code) return { ...line, [column]: text };
  const oldName = nameOf((line[tree.code] ?? '').trim());
  const isOpen = (line[tree.name] ?? '') === '' || line[tree.name] === oldName;
  return { ...line, [tree.code]: text, [tree.name]: isOpen ? nameOf(text) : (line[tree.name] ?? '') };
}

/**
 * Gives a line (or the new one behind the last) its subject or its text. A line by subject goes to its place by code, and
 * the subjects above it are added where they are missing. A code that has a line already leads to that line.
 * @param subject one of the subject table, or null for `text` as it was typed
 */
export function nameLine(
  editing: BudgetEditing,
  rows: Rows,
  row: number,
  column: string,
  subject: Subject | null,
  text: string,
  nameOf: (code: string) => string,
): NamedLine {
  const { table } = editing;
  const { tree } = table;
  const own = rows[row];
  if (!own && subject === null && text === '') return { rows, index: row, notice: null };
  const line = withName(editing, own ?? emptyRow(table), column, subject, text, nameOf);
  const code = tree ? (line[tree.code] ?? '').trim() : '';
  if (!tree || (own && code === (own[tree.code] ?? '').trim())) {
    const named = own ? rows.with(row, line) : [...rows, line];
    return { rows: editing.restructured(rows, named), index: row, notice: null };
  }
  const known = code === '' ? -1 : lineOfCode(table, rows, code);
  if (known >= 0) return { rows, index: known, notice: words.twice(code) };
  const others = own ? takeLine(table, rows, row) : rows;
  const placed = placeLine(table, others, line, nameOf);
  const settled = editing.restructured(rows, placed.rows);
  const notice = placed.added.length > 0 ? words.addedParents(placed.added) : null;
  return { rows: settled, index: placed.index, notice };
}

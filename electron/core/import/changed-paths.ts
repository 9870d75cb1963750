import { type Answers, answerAt, tableRows } from '../../../shared/domain/answers.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';

/** The paths of fields and table cells at which two contents of a form differ, in the definition's order. */
export function changedPaths(definition: FormDefinition, before: Answers, after: Answers): string[] {
  const fields = definition.fields.map(({ id }) => id);
  const cells = definition.tables.flatMap(({ id, columns }) => {
    const rows = Math.max(tableRows(before, id).length, tableRows(after, id).length);
    return Array.from({ length: rows }, (_, row) => columns.map((column) => `${id}.${row}.${column.id}`)).flat();
  });
  return [...fields, ...cells].filter((path) => answerAt(before, path) !== answerAt(after, path));
}

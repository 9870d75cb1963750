import type { AnswerChange } from '../../shared/forms/compare-answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { tableOf } from '../../shared/forms/shape.ts';
import type { PaperNote } from '../paper/page-row-view.tsx';

/** The cells a path stands for: itself, or all cells of a row. */
function cellsOf(definition: FormDefinition, path: string): string[] {
  const [head = '', index, column] = path.split('.');
  const table = tableOf(definition, head);
  if (!table || index === undefined || column !== undefined) return [path];
  // Categories are shared with the rows above and below.
  return table.columns.filter(({ id }) => !table.groupBy.includes(id)).map(({ id }) => `${path}.${id}`);
}

const words = (text: string): string => (text === '' ? '空' : text);

/** The marks of changes on the paper of one of the two states. */
export function changeNotes(
  definition: FormDefinition,
  changes: readonly AnswerChange[],
  side: 'before' | 'after',
): PaperNote[] {
  return changes.flatMap(({ kind, oldPath, newPath, oldText, newText }): PaperNote[] => {
    const path = side === 'before' ? oldPath : newPath;
    if (path === null) return [];
    const message = {
      changed: side === 'before' ? `改为：${words(newText)}` : `原为：${words(oldText)}`,
      added: '新增的一行',
      removed: '后来删除的一行',
    }[kind];
    return cellsOf(definition, path).map((cell) => ({ path: cell, message, kind }));
  });
}

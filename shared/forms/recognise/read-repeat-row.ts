import type { AnswerCell } from '../../domain/answers.ts';
import type { CategoryNode } from '../definition.ts';
import { tableOf } from '../shape.ts';
import type { FormTemplate } from './form-template.ts';
import type { ColumnMap, RowMatch } from './match-row.ts';
import { patternValues } from './match-row.ts';

/** One row of a repeated table as read; categories not filled down yet unless they had to be inferred. */
export interface RepeatReading {
  readonly cells: Readonly<Record<string, AnswerCell>>;
  readonly notes: readonly { readonly column: string; readonly message: string }[];
  readonly place: string;
  /** The number the source gives the row; null where it gives none. */
  readonly ordinal: number | null;
}

/** The only parent of a category in the tree, if it is not a child of `parent` already. */
function otherParent(nodes: readonly CategoryNode[], parent: string, child: string): string | undefined {
  const parents = nodes.filter((node) => (node.children ?? []).some((inner) => inner.name === child));
  if (parents.length !== 1 || parents[0]?.name === parent) return undefined;
  return parents[0]?.name;
}

/**
 * Turns the aligned cells of a row into a row of one table. Categories are kept as printed; a row whose texts
 * stand in other columns than the heading's says so in a note.
 * @param above the row before it, for telling an inherited category from a lost one.
 * @returns null where the row says nothing: no text of this table, or only the categories of the row above.
 */
export function readRepeatRow(
  template: FormTemplate,
  tableId: string,
  match: RowMatch,
  above: RepeatReading | null,
  columnMap: ColumnMap,
  place: string,
): RepeatReading | null {
  const table = tableOf(template.definition, tableId);
  if (!table) return null;
  const cells: Record<string, AnswerCell> = {};
  const notes: { column: string; message: string }[] = [];
  let shifted = false;
  let ordinal: number | null = null;
  for (const { cell, source, text } of match.assignments) {
    if (cell.kind === 'pattern' && cell.table === tableId) {
      for (const [field, value] of patternValues(cell, text)?.values ?? []) {
        if (field === 'ordinal') ordinal = Number(value);
        else cells[field] = value;
      }
    }
    if (cell.kind !== 'value' || !(cell.table === tableId || cell.sharedWith.includes(tableId))) continue;
    cells[cell.id] = text;
    if (columnMap(cell.column) !== source.column) shifted = true;
  }
  const isRepetition = Object.entries(cells).every(([column, text]) => {
    return table.groupBy.includes(column) && text === above?.cells[column];
  });
  if (isRepetition) return null;
  if (shifted) notes.push({ column: '', message: '这一行的单元格错位，按内容判断各列' });
  const [outer, inner] = table.groupBy;
  if (outer !== undefined && inner !== undefined && cells[outer] === undefined && cells[inner] !== undefined) {
    const inherited = above?.cells[outer] ?? '';
    const inferred = otherParent(table.categories, inherited, cells[inner] ?? '');
    if (inferred !== undefined) {
      cells[outer] = inferred;
      notes.push({ column: outer, message: `原文没有写明，按“${cells[inner]}”判断为“${inferred}”` });
    }
  }
  for (const [depth, column] of table.groupBy.entries()) {
    if (cells[column] !== undefined) continue;
    const isSameGroup = table.groupBy.slice(0, depth).every((outerColumn) => {
      return cells[outerColumn] === undefined || cells[outerColumn] === above?.cells[outerColumn];
    });
    if (isSameGroup && above?.cells[column] !== undefined) cells[column] = above.cells[column] ?? '';
  }
  return { cells, notes, place, ordinal };
}

/** True where a row says nothing of its table but a category that is printed for the tables beside it as well. */
export function isOnlyShared(template: FormTemplate, tableId: string, { cells }: RepeatReading): boolean {
  const shares = tableOf(template.definition, tableId)?.shares ?? [];
  return shares.length > 0 && Object.keys(cells).every((column) => shares.includes(column));
}

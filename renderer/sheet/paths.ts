import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { CellPosition } from './selection.ts';

/** The path of a cell as findings and the paper name it: `indicators.3.target`. */
export function pathOf(table: TableDefinition, position: CellPosition): string {
  return `${table.id}.${position.row}.${table.columns[position.column]?.id ?? ''}`;
}

/** The cell a path names (a row's path names its first cell); undefined when it is not of this table. */
export function positionAt(table: TableDefinition, path: string): CellPosition | undefined {
  const [id, index, columnId] = path.split('.');
  if (id !== table.id || index === undefined || !/^\d+$/u.test(index)) return undefined;
  const column = columnId === undefined ? 0 : table.columns.findIndex((candidate) => candidate.id === columnId);
  return column < 0 ? undefined : { row: Number(index), column };
}

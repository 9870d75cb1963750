import type { FormDefinition, LayoutBlock, RepeatRow, StaticRow } from '../definition.ts';
import { CONTEXT_FIELDS } from '../lay-out.ts';
import { tableOf } from '../shape.ts';
import { templateFields } from '../template.ts';
import type { DataPath } from './problem.ts';

/** A row of the layout that is no block, with its place. */
export interface LayoutRow {
  readonly path: DataPath;
  readonly row: StaticRow | RepeatRow;
  /** The block it stands in, and which of its rows it is. */
  readonly block: LayoutBlock | null;
  readonly index: number;
  /** The rows it stands among: those of the block, or those of the layout. */
  readonly siblings: readonly (StaticRow | RepeatRow | LayoutBlock)[];
}

/** All rows of a layout from top to bottom, blocks opened. */
export function layoutRows({ layout }: FormDefinition): LayoutRow[] {
  return layout.rows.flatMap((row, index): LayoutRow[] => {
    const path = ['layout', 'rows', index];
    if (!('side' in row)) return [{ path, row, block: null, index, siblings: layout.rows }];
    return row.rows.map((inner, innerIndex) => ({
      path: [...path, 'rows', innerIndex],
      row: inner,
      block: row,
      index: innerIndex,
      siblings: row.rows,
    }));
  });
}

/** A field or column that the paper shows, and by which cell. */
export interface PrintedName {
  readonly path: DataPath;
  readonly name: string;
  /** True for a cell that shows nothing else. */
  readonly isOwnCell: boolean;
}

/** Every field that a cell names, also inside templates; those that are no answers (the year) are left out. */
export function printedFields(definition: FormDefinition): PrintedName[] {
  return layoutRows(definition).flatMap(({ row, path }) => {
    if ('repeat' in row) return [];
    return row.cells.flatMap((cell, index): PrintedName[] => {
      const at = [...path, 'cells', index];
      if ('field' in cell) return [{ path: [...at, 'field'], name: cell.field, isOwnCell: true }];
      if (!('template' in cell)) return [];
      return answersIn(cell.template).map((name) => ({ path: [...at, 'template'], name, isOwnCell: false }));
    });
  });
}

/** The answers that a template names. */
export const answersIn = (template: string): string[] =>
  templateFields(template).filter((name) => !CONTEXT_FIELDS.includes(name));

/** A column that a repeated row names. `table` may be none of the definition's. */
export interface PrintedColumn extends PrintedName {
  readonly table: string;
}

/**
 * Every column that a cell of a repeated row names. Where tables stand side by side and share a column, the one cell
 * names it for all of them.
 */
export function printedColumns(definition: FormDefinition): PrintedColumn[] {
  return layoutRows(definition).flatMap(({ row, path }) => {
    if (!('repeat' in row)) return [];
    return row.cells.flatMap((cell, index): PrintedColumn[] => {
      const at = [...path, 'cells', index];
      const own = cell.table ?? row.repeat[0] ?? '';
      if ('number' in cell) return [];
      if ('item' in cell) {
        const names = templateFields(cell.item).filter((name) => name !== 'n');
        return names.map((name) => ({ path: [...at, 'item'], table: own, name, isOwnCell: false }));
      }
      const tables = row.repeat.filter((id) => id === own || sharesColumn(definition, id, cell.column));
      return [own, ...tables.filter((id) => id !== own)].map((table) => ({
        path: [...at, 'column'],
        table,
        name: cell.column,
        isOwnCell: true,
      }));
    });
  });
}

function sharesColumn(definition: FormDefinition, table: string, column: string): boolean {
  return tableOf(definition, table)?.shares.includes(column) === true;
}

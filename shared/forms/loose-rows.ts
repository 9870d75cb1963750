import type { CellRole, GridCell, GridRow } from '../grid/grid.ts';
import type { ValueType } from './definition.ts';

/** A cell before it has found its column. */
export type LooseCell = Omit<GridCell, 'column'>;
/** A row whose cells have not found their columns. */
export type LooseRow = Omit<GridRow, 'cells'> & { readonly cells: readonly LooseCell[] };

/** How values of each type stand on paper. */
export const VALUE_ROLE: Record<ValueType, CellRole> = {
  text: 'short',
  longText: 'text',
  paragraphs: 'paragraph',
  amount: 'amount',
  period: 'short',
  category: 'short',
  target: 'short',
  operator: 'short',
  figure: 'short',
  code: 'short',
};

import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { RowSide } from './budget-row.tsx';
import { sideClass } from './budget-row.tsx';
import type { ColumnPlace } from './columns.ts';
import { frozenCount, HEAD_WIDTH } from './columns.ts';
import { words } from './words.ts';

const HEAD_ROLE = { role: 'columnheader' } as const;

export interface BudgetHeadProps {
  readonly side: RowSide;
  readonly table: TableDefinition;
  readonly places: readonly ColumnPlace[];
}

/** The headings of one side of a budget table. */
export function BudgetHead({ side, table, places }: BudgetHeadProps) {
  const isFrozenSide = side === 'frozen';
  const frozen = frozenCount(places);
  return (
    <div className={sideClass(side)}>
      {isFrozenSide ? (
        <div className="budget-heading is-corner" style={{ width: HEAD_WIDTH }}>
          {words.lineNumber}
        </div>
      ) : null}
      {table.columns.map((column, at) =>
        at < frozen === isFrozenSide ? (
          <div
            key={column.id}
            {...HEAD_ROLE}
            className="budget-heading"
            title={column.help}
            style={{ width: places[at]?.width }}
          >
            {column.label}
          </div>
        ) : null,
      )}
    </div>
  );
}

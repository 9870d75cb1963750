import { Button } from 'antd';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { CategoryOption } from './categories.ts';
import type { CellTexts } from './sheet-rows.ts';
import { words } from './words.ts';

export interface EmptyStartProps {
  readonly table: TableDefinition;
  readonly levels: readonly (readonly CategoryOption[])[];
  /** Adds a row for each of the given categories. */
  readonly onAdd: (rows: readonly CellTexts[]) => void;
}

/** How to begin, where a table has no rows: paste, or take a category. */
export function EmptyStart({ table, levels, onAdd }: EmptyStartProps) {
  const leaves = levels.at(-1) ?? [];
  const textsOf = (option: CategoryOption): CellTexts =>
    Object.fromEntries(option.path.map((name, depth) => [table.groupBy[depth] ?? '', name]));
  return (
    <div className="sheet-empty">
      <p>{leaves.length > 0 ? words.emptyChoices : words.emptyHint}</p>
      <div className="sheet-empty-choices">
        {leaves.map((option) => (
          <Button key={option.path.join('/')} size="small" onClick={() => onAdd([textsOf(option)])}>
            {option.name}
          </Button>
        ))}
        {leaves.length > 1 ? (
          <Button size="small" type="link" onClick={() => onAdd(leaves.map(textsOf))}>
            {words.emptyAll}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

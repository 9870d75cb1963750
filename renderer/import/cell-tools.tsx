import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { answerAt } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { cellChoices } from './cell-choices.ts';
import type { Edit } from './edits.ts';
import type { ReviewItem } from './review.ts';
import { words } from './words.ts';

export interface CellToolsProps {
  readonly item: ReviewItem;
  readonly definition: FormDefinition;
  /** The cell that is chosen; null while none is. */
  readonly path: string | null;
  readonly onPick: (path: string) => void;
  readonly onEdit: (edit: Edit) => void;
  readonly onUndo: () => void;
}

/** Puts cells right without a mouse: choose one, then where its text belongs. */
export function CellTools({ item, definition, path, onPick, onEdit, onUndo }: CellToolsProps) {
  const choices = useMemo(() => cellChoices(definition, item.answers), [definition, item.answers]);
  const text = path === null ? '' : answerAt(item.answers, path);
  const menu = { size: 'small', showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const;
  return (
    <div className="import-cell-tools">
      <Select
        {...menu}
        placeholder={words.chooseCell}
        aria-label={words.chooseCell}
        value={path}
        options={[...choices]}
        onChange={onPick}
      />
      <Select
        {...menu}
        placeholder={words.moveTo}
        aria-label={words.moveTo}
        title={words.moveHint}
        value={null}
        disabled={path === null || text === ''}
        options={choices.filter(({ value }) => value !== path)}
        onChange={(to: string | null) => {
          if (path !== null && to !== null) onEdit({ kind: 'move', from: path, to, text });
        }}
      />
      <Button
        size="small"
        title={words.clearHint}
        disabled={path === null || text === ''}
        onClick={() => path !== null && onEdit({ kind: 'clear', path, text })}
      >
        {words.clear}
      </Button>
      <Button size="small" disabled={item.edits.length === 0} onClick={onUndo}>
        {words.undo}
      </Button>
    </div>
  );
}

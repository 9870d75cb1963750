import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
  VerticalAlignBottomOutlined,
} from '@ant-design/icons';
import type { MenuProps } from 'antd';
import { Button, Dropdown } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { memo } from 'react';
import { createPortal } from 'react-dom';
import type { SheetActions } from './sheet-actions.ts';
import { words } from './words.ts';

interface ToolProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly hint: string;
  readonly onUse: () => void;
}

/** One tool; the keyboard stays in the sheet: a click on it takes no focus. */
export function Tool({ icon, label, hint, onUse }: ToolProps) {
  return (
    <Button
      size="small"
      type="text"
      icon={icon}
      title={hint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {label}
    </Button>
  );
}

export interface SheetToolsProps {
  /** The actions as they are when a tool is used; the object itself stays, so that typing does not draw the tools. */
  readonly actions: RefObject<SheetActions>;
}

/** What can be done to the selected rows, for those who do not know the keys; each tells its key. */
export const SheetTools = memo(function SheetTools({ actions }: SheetToolsProps) {
  return (
    <div className="sheet-tools" role="toolbar" aria-label={words.tools}>
      <Tool
        icon={<PlusOutlined />}
        label={words.insert}
        hint={words.insertHint}
        onUse={() => actions.current.insertBelow()}
      />
      <Tool
        icon={<DeleteOutlined />}
        label={words.remove}
        hint={words.removeHint}
        onUse={() => actions.current.remove()}
      />
      <Tool
        icon={<ArrowUpOutlined />}
        label={words.moveUp}
        hint={words.moveUpHint}
        onUse={() => actions.current.move(-1)}
      />
      <Tool
        icon={<ArrowDownOutlined />}
        label={words.moveDown}
        hint={words.moveDownHint}
        onUse={() => actions.current.move(1)}
      />
      <Tool
        icon={<VerticalAlignBottomOutlined />}
        label={words.copyDown}
        hint={words.copyDownHint}
        onUse={() => actions.current.fillDown()}
      />
    </div>
  );
});

/** Where a row's menu stands, in px of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface RowMenuProps {
  /** Null while the menu is closed. */
  readonly place: MenuPlace | null;
  readonly actions: SheetActions;
  readonly onClose: () => void;
}

/** The menu of the selected rows, at their heads. One for the whole sheet. */
export function RowMenu({ place, actions, onClose }: RowMenuProps) {
  if (!place) return null;
  const items: MenuProps['items'] = [
    { key: 'above', label: words.insertAbove, onClick: actions.insertAbove },
    { key: 'below', label: words.insertBelow, extra: 'Ctrl+Enter', onClick: actions.insertBelow },
    { type: 'divider' },
    { key: 'up', label: words.moveUp, extra: 'Alt+↑', onClick: () => actions.move(-1) },
    { key: 'down', label: words.moveDown, extra: 'Alt+↓', onClick: () => actions.move(1) },
    { type: 'divider' },
    { key: 'remove', label: words.remove, extra: 'Delete', danger: true, onClick: actions.remove },
  ];
  // Outside the scrolled sheet, which a fixed place would be counted from.
  return createPortal(
    <Dropdown menu={{ items }} open trigger={['click']} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <span className="sheet-menu-anchor" style={{ left: place.x, top: place.y }} />
    </Dropdown>,
    document.body,
  );
}

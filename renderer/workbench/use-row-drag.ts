import { type DragEvent, useState } from 'react';

/** Rows that can be dragged onto each other. */
export interface RowDrag {
  /** The row that would be dropped on. */
  readonly over: string | null;
  readonly handlersOf: (id: string) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
}

/** @param drop called with the row that was dragged and the one it was dropped on */
export function useRowDrag(drop: (id: string, on: string) => void): RowDrag {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    over: dragged === null || over === dragged ? null : over,
    handlersOf: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        setDragged(id);
      },
      // Files and texts from elsewhere are not rows.
      onDragOver: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(id);
      },
      onDrop: (event) => {
        event.preventDefault();
        if (dragged !== null && dragged !== id) drop(dragged, id);
        end();
      },
      onDragEnd: end,
    }),
  };
}

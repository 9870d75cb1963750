import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { answerAt } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import type { ImportNote } from '../../shared/rpc/import-types.ts';
import { PaperView } from '../paper/paper-view.tsx';
import { CellTools } from './cell-tools.tsx';
import type { Edit } from './edits.ts';
import type { ReviewItem } from './review.ts';
import { openNotes, uncertainCount } from './review.ts';
import { words } from './words.ts';

export interface PaperPaneProps {
  readonly item: ReviewItem;
  readonly definition: FormDefinition;
  readonly markedPath: string | null;
  readonly onPickPath: (path: string) => void;
  readonly onPickNote: (note: ImportNote) => void;
  readonly onConfirm: (isConfirmed: boolean) => void;
  /** A text without a place was dragged onto a cell. */
  readonly onDropText: (index: number, path: string) => void;
  readonly onEdit: (edit: Edit) => void;
  readonly onUndo: () => void;
}

/** The type under which a text without a place is dragged, its number being the data. */
export const LEFT_TEXT_TYPE = 'application/x-xiancai-left-text';
/** The type under which the text of a cell is dragged, the cell's path being the data. */
const CELL_TYPE = 'application/x-xiancai-cell';

/** The cell of the paper an event is about. */
function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('td[data-path]') : null;
}

const pathOf = (target: EventTarget): string | null => cellOf(target)?.getAttribute('data-path') ?? null;

/** A note of a row stands at its first cell on paper. */
function paperPath(definition: FormDefinition, path: string): string {
  const [tableId, index, columnId] = path.split('.');
  const table = definition.tables.find(({ id }) => id === tableId);
  if (!table || index === undefined || columnId !== undefined) return path;
  const column = table.columns.find(({ id }) => !table.groupBy.includes(id)) ?? table.columns[0];
  return `${path}.${column?.id ?? ''}`;
}

/** The recognised form on official paper, with what the reading was not sure of. */
export function PaperPane({ item, definition, markedPath, ...on }: PaperPaneProps) {
  const { candidate, answers } = item;
  const { fiscalYear } = candidate;
  const notes = useMemo(() => openNotes(item), [item]);
  /** The cell under what is being dragged. */
  const [overPath, setOverPath] = useState<string | null>(null);
  const grid = useMemo(() => layOut(definition, { answers, fiscalYear }), [definition, answers, fiscalYear]);
  const paperNotes = useMemo(
    () => [
      ...item.taughtPaths.map((path) => ({ path: paperPath(definition, path), message: words.taughtHere })),
      ...notes.map(({ path, message }) => ({ path: paperPath(definition, path), message })),
    ],
    [definition, item.taughtPaths, notes],
  );
  const isUncertain = uncertainCount(item) > 0;
  return (
    <section className="import-paper" aria-label={words.paper}>
      <header className="import-column-head">
        <b>{words.paper}</b>
        {candidate.isYearFromSource ? null : <span className="import-uncertain">{words.yearAssumed(fiscalYear)}</span>}
        <span className="import-spring" />
        {isUncertain || item.isConfirmed ? (
          <Button size="small" onClick={() => on.onConfirm(!item.isConfirmed)}>
            {item.isConfirmed ? words.reopen : words.confirm}
          </Button>
        ) : null}
      </header>
      <CellTools
        item={item}
        definition={definition}
        path={markedPath}
        onPick={on.onPickPath}
        onEdit={on.onEdit}
        onUndo={on.onUndo}
      />
      {notes.length === 0 ? null : (
        <ul className="import-notes" aria-label={words.notesTitle}>
          {notes.map((note) => (
            <li key={`${note.path} ${note.place} ${note.message}`}>
              <button
                type="button"
                className="link-button"
                onClick={() => on.onPickNote({ ...note, path: paperPath(definition, note.path) })}
              >
                {placeName(definition, note.path)}
              </button>
              ：{note.message}
            </li>
          ))}
        </ul>
      )}
      <section
        className="import-paper-scroll"
        aria-label={words.paper}
        onMouseDown={(event) => {
          // A cell with text can be taken by the mouse; the paper itself knows nothing of dragging.
          const cell = cellOf(event.target);
          const path = cell?.getAttribute('data-path');
          if (cell && path) cell.draggable = answerAt(answers, path) !== '';
        }}
        onDragStart={(event) => {
          const path = pathOf(event.target);
          if (path) event.dataTransfer.setData(CELL_TYPE, path);
        }}
        onDragOver={(event) => {
          const { types } = event.dataTransfer;
          if (!types.includes(LEFT_TEXT_TYPE) && !types.includes(CELL_TYPE)) return;
          event.preventDefault();
          setOverPath(pathOf(event.target));
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOverPath(null);
        }}
        onDragEnd={() => setOverPath(null)}
        onDrop={(event) => {
          setOverPath(null);
          const path = pathOf(event.target);
          if (!path) return;
          const from = event.dataTransfer.getData(CELL_TYPE);
          const index = Number.parseInt(event.dataTransfer.getData(LEFT_TEXT_TYPE), 10);
          if (from === '' && Number.isNaN(index)) return;
          event.preventDefault();
          if (from === '') on.onDropText(index, path);
          else on.onEdit({ kind: 'move', from, to: path, text: answerAt(answers, from) });
        }}
      >
        <PaperView
          grid={grid}
          orientation={definition.paper.orientation}
          zoom="fit"
          markedPath={overPath ?? markedPath}
          notes={item.isConfirmed ? undefined : paperNotes}
          onPickPath={on.onPickPath}
        />
      </section>
    </section>
  );
}

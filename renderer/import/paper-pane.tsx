import { Button } from 'antd';
import { useMemo } from 'react';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import type { ImportNote } from '../../shared/rpc/import-types.ts';
import { PaperView } from '../paper/paper-view.tsx';
import type { ReviewItem } from './review.ts';
import { uncertainCount } from './review.ts';
import { words } from './words.ts';

export interface PaperPaneProps {
  readonly item: ReviewItem;
  readonly definition: FormDefinition;
  readonly markedPath: string | null;
  readonly onPickPath: (path: string) => void;
  readonly onPickNote: (note: ImportNote) => void;
  readonly onConfirm: (isConfirmed: boolean) => void;
  /** A text was dragged onto a cell. */
  readonly onDropText: (index: number, path: string) => void;
}

/** The type under which a text without a place is dragged, its number being the data. */
export const LEFT_TEXT_TYPE = 'application/x-xiancai-left-text';

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
  const { fiscalYear, notes } = candidate;
  const grid = useMemo(() => layOut(definition, { answers, fiscalYear }), [definition, answers, fiscalYear]);
  const paperNotes = useMemo(
    () => notes.map(({ path, message }) => ({ path: paperPath(definition, path), message })),
    [definition, notes],
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
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes(LEFT_TEXT_TYPE)) event.preventDefault();
        }}
        onDrop={(event) => {
          const index = Number.parseInt(event.dataTransfer.getData(LEFT_TEXT_TYPE), 10);
          const cell = event.target instanceof Element ? event.target.closest('[data-path]') : null;
          const path = cell?.getAttribute('data-path');
          if (Number.isNaN(index) || !path) return;
          event.preventDefault();
          on.onDropText(index, path);
        }}
      >
        <PaperView
          grid={grid}
          orientation={definition.paper.orientation}
          zoom="fit"
          markedPath={markedPath}
          notes={item.isConfirmed ? undefined : paperNotes}
          onPickPath={on.onPickPath}
        />
      </section>
    </section>
  );
}

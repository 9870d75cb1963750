import { memo, useEffect, useMemo, useRef } from 'react';
import type { ImportCandidate } from '../../shared/rpc/import-types.ts';
import type { LeftText } from './edits.ts';
import type { SourceCell } from './source-view.ts';
import { columnCount, sourceLines } from './source-view.ts';
import type { SourceRows } from './use-source-rows.ts';
import { words } from './words.ts';

export interface SourcePaneProps {
  readonly candidate: ImportCandidate;
  readonly source: SourceRows;
  /** Texts that still have no place. */
  readonly open: readonly LeftText[];
  /** The line to show, from 0; -1 when none is asked for. */
  readonly line: number;
}

/** From this length on a cell gets a width in which it can be read. */
const LONG = 8;

function cellClass({ text, isUnplaced }: SourceCell): string | undefined {
  const names = [...(isUnplaced ? ['is-unplaced'] : []), ...(text.length > LONG ? ['is-long'] : [])];
  return names.length === 0 ? undefined : names.join(' ');
}

/** The rows of the source as they came; cells whose text found no place are tinted. */
export const SourcePane = memo(function SourcePane({ candidate, source, open, line }: SourcePaneProps) {
  const lines = useMemo(() => (source.kind === 'known' ? sourceLines(source.rows, open) : []), [source, open]);
  const columns = columnCount(lines);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (line >= 0) body.current?.rows[line]?.scrollIntoView({ block: 'nearest' });
  }, [line]);
  return (
    <section className="import-source" aria-label={words.source}>
      <header className="import-column-head">
        <b>{words.source}</b>
        <span className="import-quiet">
          {candidate.source.file} {candidate.source.place}
        </span>
      </header>
      {source.kind === 'lost' ? <p className="import-nothing">{words.sourceLost}</p> : null}
      <div className="import-source-scroll">
        <table>
          <tbody ref={body}>
            {lines.map((row, index) => (
              // A source's rows never change; a row is what stands at its number.
              <tr
                key={`${String(index)} ${row.place}`}
                className={index === line ? `is-${row.kind} is-shown` : `is-${row.kind}`}
              >
                <th scope="row">{row.place}</th>
                {row.cells.map((cell) => (
                  <td
                    key={cell.column}
                    colSpan={row.kind === 'line' ? columns : cell.columnSpan}
                    rowSpan={cell.rowSpan}
                    className={cellClass(cell)}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});

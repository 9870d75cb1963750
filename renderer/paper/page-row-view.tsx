import { memo } from 'react';
import type { CellRole } from '../../shared/grid/grid.ts';
import { cellClasses, isBoundTo, isSameBinding } from '../../shared/paper/cell-style.ts';
import type { PageCell, PageRow } from '../../shared/paper/compose-page.ts';

/** What a marked cell is about; by default a doubt, e.g. of an import. */
export type PaperNoteKind = 'doubt' | 'changed' | 'added' | 'removed';

/** A mark at a cell with its words: why an import is not certain of it, what it was before. */
export interface PaperNote {
  readonly path: string;
  readonly message: string;
  readonly kind?: PaperNoteKind;
}

interface PageRowViewProps {
  readonly row: PageRow;
  /** Path of the cell to mark, null unless it is in this row. */
  readonly markedPath: string | null;
  /** Remarks at cells of this row; one and the same array where there are none. */
  readonly notes: readonly PaperNote[];
  readonly hasStamp: boolean;
  /** Depth of a title in the outline, from 1. */
  readonly outlineLevel: number;
}

const isSameCell = (a: PageCell, b: PageCell | undefined): boolean =>
  b !== undefined &&
  a.text === b.text &&
  a.isLong === b.isLong &&
  a.rowSpan === b.rowSpan &&
  a.cell.column === b.cell.column &&
  a.cell.columnSpan === b.cell.columnSpan &&
  a.cell.role === b.cell.role &&
  a.cell.align === b.cell.align &&
  isSameBinding(a.cell.bind, b.cell.bind);

function isSameRow(a: PageRow, b: PageRow): boolean {
  return (
    a.source.kind === b.source.kind &&
    a.part.fromLine === b.part.fromLine &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => isSameCell(cell, b.cells[index]))
  );
}

/** A grid is laid out anew at every keystroke; only rows that look different are drawn again. */
const areEqual = (a: PageRowViewProps, b: PageRowViewProps): boolean =>
  a.markedPath === b.markedPath && a.notes === b.notes && a.hasStamp === b.hasStamp && isSameRow(a.row, b.row);

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Headings are such for whoever reads the outline of a pdf. */
function textElement(role: CellRole | undefined, outlineLevel: number): (typeof HEADINGS)[number] | 'div' {
  if (role === 'title') return HEADINGS[outlineLevel - 1] ?? 'h6';
  return role === 'part' ? (HEADINGS[outlineLevel] ?? 'h6') : 'div';
}

/** One row of paper. The text's own element is what `measureLines` measures: the first child of its cell. */
export const PageRowView = memo(function PageRowView({
  row,
  markedPath,
  notes,
  hasStamp,
  outlineLevel,
}: PageRowViewProps) {
  return (
    <tr className={row.source.isDense ? 'paper-dense' : undefined}>
      {row.cells.map(({ cell, rowSpan, text, isLong }, index) => {
        const { bind } = cell;
        const own = bind ? notes.filter((note) => isBoundTo(bind, note.path)) : [];
        const messages = own.map((note) => note.message);
        const isMarked = bind !== undefined && markedPath !== null && isBoundTo(bind, markedPath);
        const isStampPlace = hasStamp && index === 0;
        const Text = textElement(cell.role, outlineLevel);
        return (
          <td
            key={cell.column}
            colSpan={cell.columnSpan}
            rowSpan={rowSpan}
            data-path={bind?.path}
            title={messages.length > 0 ? messages.join('\n') : undefined}
            className={[
              cellClasses(row.source, cell, isLong),
              ...(row.part.fromLine > 0 ? ['paper-rest'] : []),
              ...(isMarked ? ['paper-marked'] : []),
              ...own.slice(0, 1).map(({ kind = 'doubt' }) => `paper-noted paper-noted-${kind}`),
              ...(isStampPlace ? ['paper-stamped'] : []),
            ].join(' ')}
          >
            <Text className="paper-text">{text}</Text>
            {isStampPlace && <span className="paper-stamp" aria-hidden="true" />}
          </td>
        );
      })}
    </tr>
  );
}, areEqual);

import { memo, useRef } from 'react';
import type { Grid } from '../../shared/grid/grid.ts';
import { type Orientation, PX_PER_MM, pageGeometry } from '../../shared/paper/geometry.ts';
import './page-thumbnails.css';
import { slotStyle, useSheets } from './use-sheets.tsx';

const WIDTH_PX = 84;

/** The scale at which a page is as wide as a thumbnail. */
function thumbnailScale(orientation: Orientation): number {
  return WIDTH_PX / (pageGeometry(orientation).widthMm * PX_PER_MM);
}

export interface PageThumbnailsProps {
  readonly grid: Grid;
  readonly orientation: Orientation;
  /** The page in view, from 0; null where it is one of another form. */
  readonly current: number | null;
  readonly onPick: (page: number) => void;
}

/** The pages of a form, small, each the way to itself. They are cut like the pages they stand for. */
export const PageThumbnails = memo(function PageThumbnails(props: PageThumbnailsProps) {
  const { grid, orientation, current, onPick } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = thumbnailScale(orientation);
  const { sheets } = useSheets({ grid, orientation, scale }, root);
  return (
    <div ref={root} className="page-thumbnails">
      {sheets.map((sheet, page) => (
        <button
          key={sheet.key}
          type="button"
          aria-label={`第 ${page + 1} 页`}
          aria-current={current === page ? 'page' : undefined}
          onClick={() => onPick(page)}
        >
          <span className="page-thumbnail" style={slotStyle(orientation, scale)} inert>
            {sheet}
          </span>
          <span className="page-thumbnail-number">{page + 1}</span>
        </button>
      ))}
    </div>
  );
});

/** The room the thumbnails will take, before they are drawn. */
export function ThumbnailRoom({ orientation, count }: { readonly orientation: Orientation; readonly count: number }) {
  const style = slotStyle(orientation, thumbnailScale(orientation));
  return (
    <div className="page-thumbnails">
      {Array.from({ length: count }, (_, page) => page).map((page) => (
        <span key={page}>
          <span className="page-thumbnail" style={style} />
          <span className="page-thumbnail-number">{page + 1}</span>
        </span>
      ))}
    </div>
  );
}

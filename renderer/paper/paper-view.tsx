import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import type { Grid } from '../../shared/grid/grid.ts';
import { type Orientation, pageGeometry } from '../../shared/paper/geometry.ts';
import type { PaperDocument, PaperSettings } from '../../shared/paper/paper-document.ts';
import { BookPages } from './book-pages.tsx';
import type { PaperMarks } from './page-sheet.tsx';
import { installPaperStyle } from './paper-style.ts';
import { type SectionPages, SectionView } from './section-view.tsx';
import { useFitScale } from './use-fit-scale.ts';

installPaperStyle();

/** The css variables that move the print. */
function offsetStyle(settings: PaperSettings): CSSProperties {
  const variables = {
    '--paper-offset-left': `${settings.offsetLeftMm}mm`,
    '--paper-offset-top': `${settings.offsetTopMm}mm`,
  };
  return variables as CSSProperties;
}

export interface PaperViewProps extends PaperMarks {
  readonly grid: Grid;
  readonly orientation: Orientation;
  /** 1 is life-size; `fit` fills the width there is. */
  readonly zoom: number | 'fit';
  /** Called with the path of the cell that was clicked; for a merged cell that of its first row. */
  readonly onPickPath?: ((path: string) => void) | undefined;
}

/**
 * A laid-out form as paper, cut into pages as it will print. Made for typing beside it: a change draws only the rows
 * that changed, pages are cut anew a moment later.
 */
export function PaperView({ grid, orientation, zoom, onPickPath, ...marks }: PaperViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const fitScale = useFitScale(root, pageGeometry(orientation).widthMm);
  useEffect(() => {
    const element = root.current;
    if (!element || !onPickPath) return undefined;
    const pick = (event: MouseEvent): void => {
      const cell = event.target instanceof Element ? event.target.closest('td[data-path]') : null;
      const path = cell?.getAttribute('data-path');
      if (path) onPickPath(path);
    };
    element.addEventListener('click', pick);
    return () => element.removeEventListener('click', pick);
  }, [onPickPath]);
  return (
    <div ref={root} className={`paper-desk${onPickPath ? ' paper-pickable' : ''}`}>
      <SectionView grid={grid} orientation={orientation} scale={zoom === 'fit' ? fitScale : zoom} {...marks} />
    </div>
  );
}

export interface PaperPagesProps {
  readonly document: PaperDocument;
  /** 1 is life-size; null for print. */
  readonly scale: number | null;
  readonly showStamp?: boolean | undefined;
  /** Tells how many pages each form takes, by record id, whenever that changes. */
  readonly onLaidOut?: ((recordId: string, pages: number) => void) | undefined;
}

/** A whole document, every form beginning on a new page. The preview, the printer and the pdf show exactly this. */
export function PaperPages({ document, scale, showStamp, onLaidOut }: PaperPagesProps) {
  return (
    <div className={scale === null ? undefined : 'paper-desk paper-many'} style={offsetStyle(document.settings)}>
      {document.numbering === 'through' ? (
        <BookPages document={document} scale={scale} onLaidOut={onLaidOut} />
      ) : (
        document.sections.map((section) => (
          <PaperSectionPages
            key={section.recordId}
            section={section}
            scale={scale}
            showStamp={showStamp}
            onLaidOut={onLaidOut}
          />
        ))
      )}
    </div>
  );
}

interface PaperSectionPagesProps extends Omit<PaperPagesProps, 'document'> {
  readonly section: PaperDocument['sections'][number];
}

const PaperSectionPages = memo(function PaperSectionPages({ section, onLaidOut, ...rest }: PaperSectionPagesProps) {
  const { recordId } = section;
  const report = useMemo(
    () => onLaidOut && (({ count }: SectionPages) => onLaidOut(recordId, count)),
    [onLaidOut, recordId],
  );
  const { grid, orientation } = section;
  return <SectionView grid={grid} orientation={orientation} recordId={recordId} onLaidOut={report} {...rest} />;
});

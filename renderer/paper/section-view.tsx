import { memo, useLayoutEffect, useRef } from 'react';
import { type SheetsProps, slotStyle, useSheets } from './use-sheets.tsx';

/** What cutting a section into pages came to. */
export interface SectionPages {
  readonly count: number;
  /** The page, from 0, on which each of its headings stands. */
  readonly headings: readonly number[];
}

interface SectionViewProps extends SheetsProps {
  readonly recordId?: string | undefined;
  readonly onLaidOut?: ((pages: SectionPages) => void) | undefined;
}

/** One section as sheets of paper. */
export const SectionView = memo(function SectionView({ recordId, onLaidOut, ...props }: SectionViewProps) {
  const root = useRef<HTMLElement>(null);
  const { orientation, scale } = props;
  const { sheets, headings } = useSheets(props, root);
  const count = sheets.length;
  const places = headings.join();
  useLayoutEffect(
    () => onLaidOut?.({ count, headings: places === '' ? [] : places.split(',').map(Number) }),
    [onLaidOut, count, places],
  );
  if (scale === null) return <section ref={root}>{sheets}</section>;
  const slot = slotStyle(orientation, scale);
  return (
    <section ref={root} className="paper-section" data-record-id={recordId}>
      {sheets.map((sheet) => (
        <div key={sheet.key} className="paper-slot" style={slot}>
          {sheet}
        </div>
      ))}
    </section>
  );
});

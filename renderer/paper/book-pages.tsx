import { memo, useCallback, useMemo, useState } from 'react';
import { type ContentsEntry, contentsGrid, headingsOf } from '../../shared/book/headings.ts';
import type { PaperDocument, PaperSection } from '../../shared/paper/paper-document.ts';
import { type SectionPages, SectionView } from './section-view.tsx';

interface BookPagesProps {
  readonly document: PaperDocument;
  /** 1 is life-size; null for print. */
  readonly scale: number | null;
  /** Tells how many pages each section takes, by record id, whenever that changes. */
  readonly onLaidOut?: ((recordId: string, pages: number) => void) | undefined;
}

type PagesOf = ReadonlyMap<string, SectionPages>;

/** Pages in front of each numbered section: cover and contents are not counted. */
function pagesBefore(sections: readonly PaperSection[], pagesOf: PagesOf): ReadonlyMap<string, number> {
  const before = new Map<string, number>();
  let sum = 0;
  for (const { recordId, part } of sections) {
    if (part !== undefined) continue;
    before.set(recordId, sum);
    sum += pagesOf.get(recordId)?.count ?? 0;
  }
  return before;
}

/** What the table of contents lists, with pages as far as they are cut. */
function contentsOf(sections: readonly PaperSection[], pagesOf: PagesOf): ContentsEntry[] {
  const before = pagesBefore(sections, pagesOf);
  return sections.flatMap((section) => {
    if (section.part !== undefined) return [];
    const pages = pagesOf.get(section.recordId);
    return headingsOf(section).map(({ text, level }, index) => {
      const page = pages?.headings[index];
      return { text, level, page: page === undefined ? null : (before.get(section.recordId) ?? 0) + page + 1 };
    });
  });
}

/** The pages of a book, numbered through; its table of contents is filled in once the pages are cut. */
export function BookPages({ document, scale, onLaidOut }: BookPagesProps) {
  const { sections } = document;
  const [pagesOf, setPagesOf] = useState<PagesOf>(new Map());
  const report = useCallback(
    (recordId: string, pages: SectionPages) => {
      setPagesOf((known) => new Map(known).set(recordId, pages));
      onLaidOut?.(recordId, pages.count);
    },
    [onLaidOut],
  );
  const before = useMemo(() => pagesBefore(sections, pagesOf), [sections, pagesOf]);
  const contents = useMemo(() => contentsGrid(contentsOf(sections, pagesOf)), [sections, pagesOf]);
  return sections.map((section) => (
    <BookSection
      key={section.recordId}
      section={section.part === 'contents' ? { ...section, grid: contents } : section}
      scale={scale}
      pagesBefore={before.get(section.recordId) ?? null}
      onLaidOut={report}
    />
  ));
}

interface BookSectionProps {
  readonly section: PaperSection;
  readonly scale: number | null;
  readonly pagesBefore: number | null;
  readonly onLaidOut: (recordId: string, pages: SectionPages) => void;
}

const BookSection = memo(function BookSection({ section, scale, pagesBefore: before, onLaidOut }: BookSectionProps) {
  const { recordId, grid, orientation, outlineLevel } = section;
  const report = useCallback((pages: SectionPages) => onLaidOut(recordId, pages), [onLaidOut, recordId]);
  return (
    <SectionView
      grid={grid}
      orientation={orientation}
      recordId={recordId}
      outlineLevel={outlineLevel}
      scale={scale}
      pagesBefore={before}
      onLaidOut={report}
    />
  );
});

import { Checkbox } from 'antd';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { PaperSection } from '../../shared/paper/paper-document.ts';
import { PageThumbnails, ThumbnailRoom } from '../paper/page-thumbnails.tsx';

interface FormListProps {
  readonly sections: readonly PaperSection[];
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (excluded: ReadonlySet<string>) => void;
  readonly pageCounts: ReadonlyMap<string, number>;
  /** The page in view: of which form, and which one of it, from 0. */
  readonly current: { readonly recordId: string; readonly page: number } | null;
  readonly onGoTo: (recordId: string, page: number) => void;
}

/** The pages of a form, drawn once they have come near to view: laying out hundreds of forms again would take seconds. */
function FormPages({
  section,
  count,
  current,
  onGoTo,
}: {
  readonly section: PaperSection;
  readonly count: number;
  readonly current: number | null;
  readonly onGoTo: (recordId: string, page: number) => void;
}) {
  const { recordId, grid, orientation } = section;
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        startTransition(() => setIsNear(true));
      },
      { root: element.closest('.preview-list'), rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const goTo = useRef(onGoTo);
  useEffect(() => {
    goTo.current = onGoTo;
  });
  const pick = useCallback((page: number) => goTo.current(recordId, page), [recordId]);
  return (
    <div ref={box}>
      {isNear ? (
        <PageThumbnails grid={grid} orientation={orientation} current={current} onPick={pick} />
      ) : (
        <ThumbnailRoom orientation={orientation} count={count} />
      )}
    </div>
  );
}

/** The forms with their pages: what to print, and the way to any page. */
export function FormList({ sections, excluded, onExclude, pageCounts, current, onGoTo }: FormListProps) {
  const toggle = (recordId: string): void => {
    const next = new Set(excluded);
    if (!next.delete(recordId)) next.add(recordId);
    onExclude(next);
  };
  return (
    <aside className="preview-list" aria-label="表单和页">
      {sections.length > 1 && (
        <div className="preview-list-all">
          <Checkbox
            checked={excluded.size === 0}
            indeterminate={excluded.size > 0 && excluded.size < sections.length}
            onChange={() => onExclude(new Set(excluded.size === 0 ? sections.map((s) => s.recordId) : []))}
          >
            全部 {sections.length} 张表
          </Checkbox>
        </div>
      )}
      <ol>
        {sections.map((section, index) => {
          const { recordId, title } = section;
          const count = pageCounts.get(recordId) ?? 0;
          const isShown = !excluded.has(recordId);
          const isCurrent = current?.recordId === recordId;
          return (
            <li key={recordId} aria-current={isCurrent ? 'true' : undefined}>
              <div className="preview-form">
                {sections.length > 1 && (
                  <Checkbox checked={isShown} onChange={() => toggle(recordId)} aria-label={`打印 ${title}`} />
                )}
                <button type="button" title={title} disabled={!isShown} onClick={() => onGoTo(recordId, 0)}>
                  {index + 1}. {title}
                </button>
              </div>
              {isShown && count > 0 && (
                <FormPages section={section} count={count} current={isCurrent ? current.page : null} onGoTo={onGoTo} />
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

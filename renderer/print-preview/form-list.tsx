import { Checkbox } from 'antd';
import type { PaperSection } from '../../shared/paper/paper-document.ts';

interface FormListProps {
  readonly sections: readonly PaperSection[];
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (excluded: ReadonlySet<string>) => void;
  readonly pageCounts: ReadonlyMap<string, number>;
  /** The page in view: of which form, and which one of it, from 0. */
  readonly current: { readonly recordId: string; readonly page: number } | null;
  readonly onGoTo: (recordId: string, page: number) => void;
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
        {sections.map(({ recordId, title }, index) => {
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
              {isShown && count > 1 && (
                <div className="preview-page-numbers">
                  {Array.from({ length: count }, (_, page) => page).map((page) => (
                    <button
                      key={page}
                      type="button"
                      aria-label={`第 ${page + 1} 页`}
                      aria-current={isCurrent && current.page === page ? 'page' : undefined}
                      onClick={() => onGoTo(recordId, page)}
                    >
                      {page + 1}
                    </button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

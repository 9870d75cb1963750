import { Button, Progress, Result, Spin } from 'antd';
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { PX_PER_MM, pageGeometry } from '../../shared/paper/geometry.ts';
import type { PaperDocument } from '../../shared/paper/paper-document.ts';
import { PaperPages } from '../paper/paper-view.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import { FormList } from './form-list.tsx';
import { currentPage, goToPage, type PagePosition, turnPage } from './page-position.ts';
import { PreviewToolbar } from './preview-toolbar.tsx';
import { loadChoices, nextZoom, type PrintChoices, saveChoices, type Zoom } from './print-choices.ts';
import { usePreviewKeys } from './use-preview-keys.ts';
import { type PrintForms, useGrowing, usePrintForms } from './use-print-document.ts';
import { usePrintJobs } from './use-print-jobs.ts';
import './print-preview.css';

export interface PrintPreviewProps {
  readonly recordIds: readonly string[];
  readonly onClose: () => void;
}

/** Desk shown around a page, px on both sides together. */
const DESK_PX = 32;
/** Forms laid out at a time before the window answers again. */
const FORMS_AT_ONCE = 6;

/** The forms as they will print, page by page, with everything that can be chosen about printing. */
export function PrintPreview({ recordIds, onClose }: PrintPreviewProps) {
  const forms = usePrintForms(recordIds);
  if (forms === null) return <Spin className="preview-waiting" description="正在准备打印页" />;
  if (!forms.ok) {
    return (
      <Result status="warning" title={describeError(forms.error)} extra={<Button onClick={onClose}>返回</Button>} />
    );
  }
  return <Preview forms={forms.value} onClose={onClose} />;
}

/** Whether the host has printers of its own. */
function useIsElectron(): boolean {
  const rpc = useRpc();
  const [isElectron, setIsElectron] = useState(false);
  useEffect(() => {
    const ask = async () => {
      const info = await rpc.call('host.info', {});
      setIsElectron(info.ok && info.value.kind === 'electron');
    };
    void ask();
  }, [rpc]);
  return isElectron;
}

/** The scale a zoom comes to in a view of this size. */
function scaleOf(
  zoom: Zoom,
  view: { readonly width: number; readonly height: number },
  document: PaperDocument,
): number {
  if (typeof zoom === 'number') return zoom;
  const isWide = document.sections.some((section) => section.orientation === 'landscape');
  const isTall = document.sections.some((section) => section.orientation === 'portrait');
  const widthMm = pageGeometry(isWide ? 'landscape' : 'portrait').widthMm;
  const heightMm = pageGeometry(isTall ? 'portrait' : 'landscape').heightMm;
  const byWidth = (view.width - DESK_PX) / (widthMm * PX_PER_MM);
  const byHeight = (view.height - DESK_PX) / (heightMm * PX_PER_MM);
  return Math.max(0.25, zoom === 'width' ? byWidth : Math.min(byWidth, byHeight));
}

function Preview({ forms, onClose }: { readonly forms: PrintForms; readonly onClose: () => void }) {
  const scroller = useRef<HTMLElement>(null);
  const isElectron = useIsElectron();
  const [choices, setChoices] = useState(() => loadChoices(window.localStorage, forms.definitionId));
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [pageCounts, setPageCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const [position, setPosition] = useState<PagePosition | null>(null);
  const [view, setView] = useState({ width: 900, height: 600 });

  const chosen = useMemo(() => forms.sections.filter((section) => !excluded.has(section.recordId)), [forms, excluded]);
  const sections = useGrowing(chosen, FORMS_AT_ONCE);
  const paper = useMemo(
    () => ({ title: chosen[0]?.title ?? '', sections, settings: choices.settings }),
    [chosen, sections, choices.settings],
  );
  const scale = useDeferredValue(scaleOf(choices.zoom, view, paper));
  const jobs = usePrintJobs(chosen, choices, isElectron);
  const [first] = chosen;
  const pages = sections.reduce((sum, section) => sum + (pageCounts.get(section.recordId) ?? 0), 0);

  const choose = (change: Partial<PrintChoices>): void => {
    const next = { ...choices, ...change };
    setChoices(next);
    saveChoices(window.localStorage, forms.definitionId, next);
  };
  const countPages = useCallback(
    (recordId: string, count: number) => setPageCounts((before) => new Map(before).set(recordId, count)),
    [],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setView({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  usePreviewKeys((key) => {
    const element = scroller.current;
    if (!element || jobs.job !== null) return;
    switch (key) {
      case 'close':
        onClose();
        break;
      case 'next':
        turnPage(element, 1);
        break;
      case 'back':
        turnPage(element, -1);
        break;
      case 'larger':
        choose({ zoom: nextZoom(scale, 1) });
        break;
      case 'smaller':
        choose({ zoom: nextZoom(scale, -1) });
        break;
      case 'fit':
        choose({ zoom: 'width' });
        break;
      case 'print':
        if (chosen.length > 0) void jobs.print();
    }
  });

  return (
    <div className="print-preview">
      <PreviewToolbar
        choices={choices}
        onChoose={choose}
        scale={scale}
        isElectron={isElectron}
        canPrint={chosen.length > 0}
        jobs={jobs}
        onClose={onClose}
      />
      <div className="preview-body">
        <FormList
          sections={forms.sections}
          excluded={excluded}
          onExclude={setExcluded}
          pageCounts={pageCounts}
          current={position ?? (first === undefined ? null : { recordId: first.recordId, page: 0 })}
          onGoTo={(recordId, page) => scroller.current && goToPage(scroller.current, recordId, page)}
        />
        <section
          ref={scroller}
          className="preview-desk"
          aria-label="打印页"
          onScroll={({ currentTarget }) => setPosition(currentPage(currentTarget))}
        >
          {chosen.length === 0 && <p className="preview-nothing">没有勾选要打印的表。</p>}
          <PaperPages document={paper} scale={scale} showStamp={choices.showStamp} onLaidOut={countPages} />
        </section>
      </div>
      <div className="preview-foot" role="status">
        {jobs.job ? (
          <>
            <span>{jobs.job.label}</span>
            <Progress percent={jobs.job.percent} size="small" />
            <Button size="small" onClick={jobs.cancel}>
              取消
            </Button>
          </>
        ) : (
          <span>
            {chosen.length} 张表，共 {pages} 页{pages > 0 ? `，当前第 ${(position?.index ?? 0) + 1} 页` : ''}
            {sections.length < chosen.length ? '，正在排版其余各表' : ''}
          </span>
        )}
      </div>
    </div>
  );
}

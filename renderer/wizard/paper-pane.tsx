import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { layOut } from '../../shared/forms/lay-out.ts';
import { PaperView } from '../paper/paper-view.tsx';
import { shapeCopy } from './copy/shaped-copy.ts';
import { PaperEditor } from './paper-editor.tsx';
import { useMarkedInView, useMarkedPlace } from './use-marked-cell.ts';
import { usePaperState } from './use-paper-state.ts';
import { useWizard } from './wizard-context.tsx';

type Zoom = number | 'fit';
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];

/** The next zoom up or down from the present one; `fit` counts as its nearest below life-size. */
function nextZoom(zoom: Zoom, direction: 1 | -1): number {
  const from = zoom === 'fit' ? 0.8 : zoom;
  const index = ZOOMS.indexOf(from) + direction;
  return ZOOMS[Math.min(Math.max(index, 0), ZOOMS.length - 1)] ?? 1;
}

const Paper = memo(PaperView);

const HINTS = {
  beside: '点击纸上的格子可直接去填写，F8 隐藏',
  alone: '点击格子就地填写，Tab 到下一格，F8 返回分栏',
} as const;
/** Alone, a page as wide as the window would be larger than anyone reads. */
const FIRST_ZOOM = { beside: 'fit', alone: 1.25 } as const;

/** The paths of the cells that can be filled in, in the order of the paper. */
function pathsOf(scroller: Element): string[] {
  const cells = [...scroller.querySelectorAll<HTMLElement>('td[data-path]')];
  return [...new Set(cells.map((cell) => cell.dataset.path ?? ''))];
}

/**
 * The form as it will print, drawn in the pauses of typing. Beside the fields a click on a cell goes to its field;
 * alone the field opens on the cell.
 */
export function PaperPane({ mode }: { readonly mode: 'beside' | 'alone' }) {
  const { copy, focus, goToPath } = useWizard();
  const isAlone = mode === 'alone';
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>(FIRST_ZOOM[mode]);
  const [isClosed, setIsClosed] = useState(false);
  const { answers, path } = usePaperState(copy, focus, isAlone);
  const { definition, fiscalYear } = copy;
  const shaped = useMemo(() => shapeCopy(definition, answers), [definition, answers]);
  const grid = useMemo(
    () => layOut(definition, { answers: shaped.answers, fiscalYear }),
    [definition, shaped, fiscalYear],
  );
  const open = useCallback(
    (typed: string) => {
      setIsClosed(false);
      goToPath(typed);
    },
    [goToPath],
  );
  const pick = useMemo(() => (picked: string) => open(shaped.toTyped(picked)), [open, shaped]);
  const marked = useMemo(() => (path === null ? null : shaped.toShaped(path)), [path, shaped]);
  useMarkedInView(scroller, marked);
  const place = useMarkedPlace(scroller, isAlone ? marked : null);
  const goOn = (step: 1 | -1) => {
    const paths = scroller.current ? pathsOf(scroller.current) : [];
    const next = paths[paths.indexOf(marked ?? '') + step];
    if (next !== undefined) open(shaped.toTyped(next));
  };
  return (
    <aside className="paper-pane" aria-label="打印样式">
      <div className="paper-tools">
        <span className="paper-hint">{HINTS[mode]}</span>
        <span className="spacer" />
        <Button
          size="small"
          type="text"
          icon={<MinusOutlined />}
          aria-label="缩小"
          onClick={() => setZoom(nextZoom(zoom, -1))}
        />
        <Button size="small" type="text" onClick={() => setZoom(zoom === 'fit' ? 1 : 'fit')}>
          {zoom === 'fit' ? '适合宽度' : `${Math.round(zoom * 100)}%`}
        </Button>
        <Button
          size="small"
          type="text"
          icon={<PlusOutlined />}
          aria-label="放大"
          onClick={() => setZoom(nextZoom(zoom, 1))}
        />
      </div>
      <div className="paper-scroll" ref={scroller}>
        <Paper
          grid={grid}
          orientation={definition.paper.orientation}
          zoom={zoom}
          markedPath={marked}
          onPickPath={pick}
          showStamp
        />
        {isAlone && path !== null && place !== null && !isClosed && (
          <PaperEditor
            key={path}
            path={path}
            place={place}
            roomPx={scroller.current?.scrollWidth ?? 0}
            onStep={goOn}
            onClose={() => setIsClosed(true)}
          />
        )}
      </div>
    </aside>
  );
}

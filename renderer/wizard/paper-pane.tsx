import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useMemo, useState } from 'react';
import { layOut } from '../../shared/forms/lay-out.ts';
import { PaperView } from '../paper/paper-view.tsx';
import { shapeCopy } from './copy/shaped-copy.ts';
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

/** The form as it will print, drawn in the pauses of typing; a click on a cell goes to its field. */
export function PaperPane() {
  const { copy, focus, goToPath } = useWizard();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { answers, path: focusedPath } = usePaperState(copy, focus);
  const { definition, fiscalYear } = copy;
  const shaped = useMemo(() => shapeCopy(definition, answers), [definition, answers]);
  const grid = useMemo(
    () => layOut(definition, { answers: shaped.answers, fiscalYear }),
    [definition, shaped, fiscalYear],
  );
  const pick = useMemo(() => (picked: string) => goToPath(shaped.toTyped(picked)), [goToPath, shaped]);
  const marked = useMemo(() => (focusedPath === null ? null : shaped.toShaped(focusedPath)), [focusedPath, shaped]);
  return (
    <aside className="paper-pane" aria-label="打印样式">
      <div className="paper-tools">
        <span className="paper-hint">点击纸上的格子可直接去填写，F8 隐藏</span>
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
      <div className="paper-scroll">
        <Paper
          grid={grid}
          orientation={definition.paper.orientation}
          zoom={zoom}
          markedPath={marked}
          onPickPath={pick}
          showStamp
        />
      </div>
    </aside>
  );
}

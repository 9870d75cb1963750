import { PatternCircles, PatternLines } from '@visx/pattern';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OverviewLine } from '../../shared/overview/compute-overview.ts';
import { amountText, changePercentText, changeText, percentText } from './words.ts';

/** The accent colour of the window; dark enough for a black-and-white print. */
export const INK = '#1d5c96';

const START_WIDTH = 600;

/**
 * A drawing as wide as its place, drawn anew when that changes. On paper it is scaled: texts and bars keep their
 * proportions there.
 */
export function ChartFrame({
  label,
  height,
  children,
}: {
  readonly label: string;
  readonly height: number;
  readonly children: (width: number) => ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(START_WIDTH);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      // Paper has no place of its own to be measured.
      if (entry && entry.contentRect.width > 0 && !window.matchMedia('print').matches) {
        setWidth(Math.floor(entry.contentRect.width));
      }
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className="overview-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {children(width)}
      </svg>
    </div>
  );
}

/** How many fills there are that can be told apart without colour. */
export const FILLS = 5;

/** The name of a fill. */
export function fillOf(chartId: string, index: number): string {
  return index % FILLS === 0 ? INK : `url(#${chartId}-${index % FILLS})`;
}

/** The fills of a chart: solid, then patterns that differ in black and white too. */
export function Fills({ chartId }: { readonly chartId: string }) {
  const lines = { width: 7, height: 7, stroke: INK, background: '#fff' };
  return (
    <>
      <PatternLines {...lines} id={`${chartId}-1`} strokeWidth={2} orientation={['diagonal']} />
      <PatternCircles {...lines} id={`${chartId}-2`} radius={1.4} fill={INK} strokeWidth={0} />
      <PatternLines {...lines} id={`${chartId}-3`} strokeWidth={1.5} orientation={['horizontal']} />
      <PatternLines {...lines} id={`${chartId}-4`} strokeWidth={1} orientation={['diagonal', 'diagonalRightToLeft']} />
    </>
  );
}

/** What is shown of a line while the mouse is on it. */
export function LineTip({
  line,
  unit,
  hasLast,
}: {
  readonly line: OverviewLine;
  readonly unit: string;
  readonly hasLast: boolean;
}) {
  return (
    <div className="overview-tip">
      <strong>{line.label}</strong>
      <div>
        {amountText(line.amount)} {unit}
        {line.share !== null && `，占 ${percentText(line.share)}`}
      </div>
      {hasLast && line.change !== null && (
        <>
          <div>
            上年 {amountText(line.last)} {unit}
          </div>
          <div>
            增减 {changeText(line.change)} {unit}
            {line.changePercent !== null && `（${changePercentText(line.changePercent)}）`}
          </div>
        </>
      )}
    </div>
  );
}

/** A length for drawing only; never shown as a number. */
export function drawnSize(amount: string | null): number {
  return amount === null ? 0 : Math.max(0, Number(amount));
}

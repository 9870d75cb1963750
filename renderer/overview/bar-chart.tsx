import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { Tooltip } from 'antd';
import { useId } from 'react';
import type { OverviewFigure, OverviewLine } from '../../shared/overview/compute-overview.ts';
import { ChartFrame, drawnSize, Fills, fillOf, INK, LineTip } from './chart-frame.tsx';
import { amountText, percentText, shortened } from './words.ts';

const FONT_PX = 13;
const BAR_PX = 15;
const LAST_BAR_PX = 8;
const GAP_PX = 9;
const DIGIT_PX = 7.5;
/** Room for a share and the gaps around it, behind the amount. */
const SHARE_PX = 66;
const MOST_LABEL_PX = 230;

interface RowGeometry {
  readonly top: number;
  readonly labelPx: number;
  readonly width: number;
  readonly lengthOf: (amount: string | null) => number;
}

function BarRow({
  line,
  hasLast,
  lastFill,
  geometry: { top, labelPx, width, lengthOf },
}: {
  readonly line: OverviewLine;
  readonly hasLast: boolean;
  readonly lastFill: string;
  readonly geometry: RowGeometry;
}) {
  const length = lengthOf(line.amount);
  const middle = top + BAR_PX / 2;
  return (
    <>
      {/* The whole row answers to the mouse, not only what is painted. */}
      <rect
        x={0}
        y={top - GAP_PX / 2}
        width={width}
        height={BAR_PX + GAP_PX + (hasLast ? LAST_BAR_PX : 0)}
        fill="transparent"
      />
      <text x={labelPx - 8} y={middle} textAnchor="end" dominantBaseline="central">
        {shortened(line.label, (labelPx - 8) / FONT_PX)}
      </text>
      <Bar x={labelPx} y={top} width={length} height={BAR_PX} fill={INK} />
      {hasLast && (
        <Bar
          x={labelPx}
          y={top + BAR_PX}
          width={lengthOf(line.last)}
          height={LAST_BAR_PX}
          fill={lastFill}
          stroke={line.last === null ? 'none' : INK}
        />
      )}
      <text x={labelPx + length + 6} y={middle} dominantBaseline="central">
        {amountText(line.amount)}
        {line.share !== null && (
          <tspan dx={8} className="overview-share">
            {percentText(line.share)}
          </tspan>
        )}
      </text>
    </>
  );
}

/** One bar for each line, last year's below it where it is held, with amount and share beside it. */
export function BarChart({ figure, unit }: { readonly figure: OverviewFigure; readonly unit: string }) {
  const chartId = useId();
  const { lines, hasLast } = figure;
  const rowPx = BAR_PX + GAP_PX + (hasLast ? LAST_BAR_PX : 0);
  const largest = Math.max(...lines.flatMap(({ amount, last }) => [drawnSize(amount), drawnSize(last)]));
  const valuePx = SHARE_PX + DIGIT_PX * Math.max(...lines.map(({ amount }) => amountText(amount).length));
  return (
    <ChartFrame label={figure.title} height={lines.length * rowPx + GAP_PX}>
      {(width) => {
        const labelPx = Math.min(MOST_LABEL_PX, Math.round(width * 0.36));
        const scale = scaleLinear<number>({
          domain: [0, largest || 1],
          range: [0, Math.max(0, width - labelPx - valuePx)],
        });
        return (
          <>
            <Fills chartId={chartId} />
            {lines.map((line, index) => (
              <Tooltip key={line.key} title={<LineTip line={line} unit={unit} hasLast={hasLast} />}>
                <g data-line={line.label}>
                  <BarRow
                    line={line}
                    hasLast={hasLast}
                    lastFill={fillOf(chartId, 1)}
                    geometry={{
                      top: GAP_PX + index * rowPx,
                      labelPx,
                      width,
                      lengthOf: (amount) => scale(drawnSize(amount)),
                    }}
                  />
                </g>
              </Tooltip>
            ))}
            <line x1={labelPx} x2={labelPx} y1={0} y2={lines.length * rowPx + GAP_PX} stroke="#9aa3ad" />
          </>
        );
      }}
    </ChartFrame>
  );
}

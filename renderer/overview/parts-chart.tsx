import { scaleBand, scaleLinear } from '@visx/scale';
import { BarStackHorizontal } from '@visx/shape';
import { Tooltip } from 'antd';
import { useId } from 'react';
import type { OverviewFigure } from '../../shared/overview/compute-overview.ts';
import { ChartFrame, drawnSize, Fills, fillOf, INK, LineTip } from './chart-frame.tsx';
import { amountText, percentText } from './words.ts';

const BAR_PX = 34;
const KEY_ROW_PX = 24;
const YEAR_PX = 64;
const TOP_PX = 6;

interface YearBar {
  readonly year: string;
  readonly sizes: ReadonlyMap<string, number>;
}

function barsOf({ lines, hasLast }: OverviewFigure, fiscalYear: number): YearBar[] {
  const bar = (year: number, of: 'amount' | 'last'): YearBar => ({
    year: `${year}年`,
    sizes: new Map(lines.map((line) => [line.key, drawnSize(line[of])])),
  });
  return hasLast ? [bar(fiscalYear, 'amount'), bar(fiscalYear - 1, 'last')] : [bar(fiscalYear, 'amount')];
}

/** One bar for each year, cut into the lines' parts; each part's name, amount and share below. */
export function PartsChart({
  figure,
  unit,
  fiscalYear,
}: {
  readonly figure: OverviewFigure;
  readonly unit: string;
  readonly fiscalYear: number;
}) {
  const chartId = useId();
  const { lines, hasLast } = figure;
  const data = barsOf(figure, fiscalYear);
  const barsPx = data.length * BAR_PX;
  const whole = Math.max(...data.map(({ sizes }) => [...sizes.values()].reduce((sum, size) => sum + size, 0)));
  return (
    <ChartFrame label={figure.title} height={TOP_PX + barsPx + lines.length * KEY_ROW_PX + TOP_PX}>
      {(width) => (
        <>
          <Fills chartId={chartId} />
          {data.map(({ year }, index) => (
            <text
              key={year}
              x={YEAR_PX - 8}
              y={TOP_PX + (index + 0.45) * BAR_PX}
              textAnchor="end"
              dominantBaseline="central"
            >
              {year}
            </text>
          ))}
          <BarStackHorizontal<YearBar, string>
            data={data}
            keys={lines.map(({ key }) => key)}
            y={({ year }) => year}
            value={({ sizes }, key) => sizes.get(key) ?? 0}
            xScale={scaleLinear<number>({ domain: [0, whole || 1], range: [YEAR_PX, width - 2] })}
            yScale={scaleBand<string>({
              domain: data.map(({ year }) => year),
              range: [TOP_PX, TOP_PX + barsPx],
              paddingOuter: 0,
              paddingInner: 0.1,
            })}
            color={() => INK}
          >
            {(stacks) =>
              stacks.flatMap((stack) =>
                stack.bars.map((bar) => {
                  const line = lines[stack.index];
                  return (
                    line && (
                      <Tooltip
                        key={`${stack.key} ${bar.index}`}
                        title={<LineTip line={line} unit={unit} hasLast={hasLast} />}
                      >
                        <rect
                          data-line={line.label}
                          x={bar.x}
                          y={bar.y}
                          width={Math.max(0, bar.width)}
                          height={BAR_PX - 6}
                          fill={fillOf(chartId, stack.index)}
                          stroke={INK}
                        />
                      </Tooltip>
                    )
                  );
                }),
              )
            }
          </BarStackHorizontal>
          {lines.map((line, index) => {
            const middle = TOP_PX + barsPx + (index + 0.6) * KEY_ROW_PX;
            return (
              <g key={line.key}>
                <rect x={YEAR_PX} y={middle - 6} width={22} height={12} fill={fillOf(chartId, index)} stroke={INK} />
                <text x={YEAR_PX + 30} y={middle} dominantBaseline="central">
                  {line.label}
                  <tspan dx={12}>{amountText(line.amount)}</tspan>
                  <tspan dx={8} className="overview-share">
                    {percentText(line.share)}
                  </tspan>
                </text>
              </g>
            );
          })}
        </>
      )}
    </ChartFrame>
  );
}

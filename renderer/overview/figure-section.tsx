import type { OverviewFigure } from '../../shared/overview/compute-overview.ts';
import { BarChart } from './bar-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { PartsChart } from './parts-chart.tsx';
import { words } from './words.ts';

/** One figure: drawing, numbers, and what does not add up. */
export function FigureSection({
  figure,
  unit,
  fiscalYear,
}: {
  readonly figure: OverviewFigure;
  readonly unit: string;
  readonly fiscalYear: number;
}) {
  const { differing, sum } = figure;
  return (
    <section className="overview-figure" aria-label={figure.title}>
      <header>
        <h3>{figure.title}</h3>
        {figure.hasLast && figure.chart === 'bars' && (
          <span className="overview-key">
            <i className="overview-swatch" /> {fiscalYear}年
            <i className="overview-swatch overview-swatch-last" /> {fiscalYear - 1}年
          </span>
        )}
        {!figure.hasLast && <span className="quiet">{words.noLast}</span>}
      </header>
      <div className="overview-body">
        {figure.chart === 'bars' ? (
          <BarChart figure={figure} unit={unit} />
        ) : (
          <PartsChart figure={figure} unit={unit} fiscalYear={fiscalYear} />
        )}
        <FigureTable figure={figure} unit={unit} />
      </div>
      {differing && (
        <p className="overview-differing">
          {words.differing(sum.amount ?? '', differing.place, differing.stated, differing.difference, unit)}
        </p>
      )}
    </section>
  );
}

import type { ComparedAmount, OverviewFigure } from '../../shared/overview/compute-overview.ts';
import { navigate } from '../app/router.ts';
import { amountText, changePercentText, changeText, percentText } from './words.ts';

function LastCells({ last, change, changePercent }: ComparedAmount) {
  return (
    <>
      <td>{amountText(last)}</td>
      <td>{changeText(change)}</td>
      <td>{changePercentText(changePercent)}</td>
    </>
  );
}

/** The numbers of a figure, exactly as they stand in the tables. */
export function FigureTable({ figure, unit }: { readonly figure: OverviewFigure; readonly unit: string }) {
  const { lines, sum, hasLast } = figure;
  return (
    <table className="overview-table" aria-label={`${figure.title}数据`}>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">金额（{unit}）</th>
          <th scope="col">占比</th>
          {hasLast && (
            <>
              <th scope="col">上年</th>
              <th scope="col">增减</th>
              <th scope="col">增减率</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {line.recordId === null ? (
                line.label
              ) : (
                <button
                  type="button"
                  className="link-button overview-link"
                  onClick={() => navigate({ name: 'form', recordId: line.recordId ?? '', step: null, at: null })}
                >
                  {line.label}
                </button>
              )}
            </th>
            <td>{amountText(line.amount)}</td>
            <td>{percentText(line.share)}</td>
            {hasLast && <LastCells {...line} />}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td>{amountText(sum.amount)}</td>
          <td />
          {hasLast && <LastCells {...sum} />}
        </tr>
      </tfoot>
    </table>
  );
}

import { describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../../shared/domain/answers.ts';
import { layOut } from '../../../../shared/forms/lay-out.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import type { GridRow } from '../../../../shared/grid/grid.ts';
import { centralDefinition, departmentAnswers, departmentDefinition } from '../../../support/document-samples.ts';

const entry = (level1: string, level3: string): AnswerRow => ({ level1, level2: '数量指标', level3, target: '1' });

/** The printed rows of two tables side by side: shared category, then the naming cell of each. */
function sideBySide(period: readonly AnswerRow[], annual: readonly AnswerRow[]): GridRow[] {
  const answers = shapeAnswers(centralDefinition, { periodIndicators: period, indicators: annual });
  const { rows } = layOut(centralDefinition, { answers, fiscalYear: 2026 });
  return rows.slice(rows.findLastIndex((row) => row.repeatsOnPage === true) + 1);
}

/** Each row as `category×rows left | right`. */
function shown(rows: readonly GridRow[]): string[] {
  const textAt = (row: GridRow, column: number): string => row.cells.find((cell) => cell.column === column)?.text ?? '';
  return rows.map((row) => {
    const shared = row.cells.find((cell) => cell.column === 1);
    const category = shared === undefined ? '' : `${shared.text}×${shared.rowSpan}`;
    return `${category} ${textAt(row, 3)}|${textAt(row, 6)}`;
  });
}

describe('tables side by side that share a category', () => {
  it('stand beside each other category by category, the shorter one with empty cells', () => {
    const rows = sideBySide(
      [entry('产出指标', '甲'), entry('效益指标', '乙'), entry('效益指标', '丙')],
      [entry('产出指标', '丁'), entry('产出指标', '戊'), entry('效益指标', '己')],
    );
    expect(shown(rows)).toEqual(['产出指标×2 甲|丁', ' |戊', '效益指标×2 乙|己', ' 丙|']);
  });

  it('print a category that only one of them has, in its place among the others', () => {
    const rows = sideBySide(
      [entry('产出指标', '甲'), entry('满意度指标', '乙')],
      [entry('产出指标', '丙'), entry('效益指标', '丁'), entry('满意度指标', '戊')],
    );
    expect(shown(rows)).toEqual(['产出指标×1 甲|丙', '效益指标×1 |丁', '满意度指标×1 乙|戊']);
  });

  it('keep the order of each, also where they disagree', () => {
    const rows = sideBySide(
      [entry('效益指标', '甲'), entry('产出指标', '乙')],
      [entry('产出指标', '丙'), entry('效益指标', '丁')],
    );
    expect(shown(rows)).toEqual(['效益指标×1 甲|', '产出指标×1 乙|丙', '效益指标×1 |丁']);
  });

  it('bind the shared cell to both, and padding to neither', () => {
    const [first, second] = sideBySide([entry('产出指标', '甲')], [entry('产出指标', '乙'), entry('产出指标', '丙')]);
    expect(first?.cells.find((cell) => cell.column === 1)?.bind).toEqual({
      path: 'periodIndicators.0.level1',
      also: [{ path: 'indicators.0.level1', lastRow: 1 }],
    });
    expect(second?.cells.map((cell) => cell.bind?.path)).toEqual([
      undefined,
      undefined,
      undefined,
      'indicators.1.level3',
      'indicators.1.target',
    ]);
  });

  it('print one empty row where neither has any, each cell where its first row would be written', () => {
    const rows = sideBySide([], []);
    expect(rows.map((row) => row.cells.map((cell) => cell.bind?.path))).toEqual([
      [
        'periodIndicators.0.level1',
        'periodIndicators.0.level2',
        'periodIndicators.0.level3',
        'periodIndicators.0.target',
        'indicators.0.level2',
        'indicators.0.level3',
        'indicators.0.target',
      ],
    ]);
  });
});

describe('a list of numbered paragraphs', () => {
  it('is printed item by item, the paragraphs of one item as rows of their own', () => {
    const { rows } = layOut(departmentDefinition, { answers: departmentAnswers(5), fiscalYear: 2026 });
    const items = rows.filter((row) => row.cells[0]?.bind?.path.startsWith('goals.'));
    expect(items.map((row) => [row.cells[0]?.text.slice(0, 5), row.cells[0]?.bind?.path, row.kind])).toEqual([
      ['1、为全县', 'goals.0.goal', 'line'],
      ['2、开展送', 'goals.1.goal', 'line'],
      ['3、对县文', 'goals.2.goal', 'line'],
      ['4、举办青', 'goals.3.goal', 'line'],
      ['培训班分春', 'goals.3.goal', 'line'],
      ['5、完成四', 'goals.4.goal', 'line'],
    ]);
  });
});

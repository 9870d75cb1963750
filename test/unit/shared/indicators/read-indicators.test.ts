import { describe, expect, test } from 'vitest';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { indicatorTablesOf } from '../../../../shared/indicators/indicator-columns.ts';
import { readIndicators } from '../../../../shared/indicators/read-indicators.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const wholeTarget = shippedDefinition('haigang-project-target');
const partsTarget = shippedDefinition('chengde-project-target');
const everyCategory = shippedDefinition('hongsibu-project-target');

describe('the parts of an indicator table', () => {
  test('are found with a target in one column, with description and basis beside it', () => {
    expect(indicatorTablesOf(wholeTarget)).toMatchObject([
      { name: 'level3', categories: ['level1', 'level2'], target: { kind: 'whole', column: 'target' } },
    ]);
  });

  test('are found with sign, figure and unit in columns of their own; other tables are none', () => {
    expect(indicatorTablesOf(partsTarget)).toMatchObject([
      {
        table: { id: 'indicators' },
        name: 'level3',
        target: { kind: 'parts', operator: 'operator', value: 'value', unit: 'unit' },
      },
    ]);
  });
});

describe('readIndicators', () => {
  test('reads names, targets and places, categories filled down', () => {
    const answers = shapeAnswers(partsTarget, {
      indicators: [
        { level1: '产出指标', level2: '数量指标', level3: '巡查 次数', operator: '≥', value: '12', unit: '次' },
        { level1: '', level2: '', level3: '整改率', operator: '=', value: '100', unit: '%' },
        { level1: '满意度指标', level2: '服务对象满意度指标', level3: '', operator: '', value: '', unit: '' },
      ],
    });
    expect(readIndicators(partsTarget, answers)).toEqual([
      { level2: '数量指标', name: '巡查 次数', key: '巡查次数', target: '≥12次', path: 'indicators.0.level3' },
      { level2: '数量指标', name: '整改率', key: '整改率', target: '=100%', path: 'indicators.1.level3' },
    ]);
  });

  test('takes no category for an indicator because the form prints 无 in it', () => {
    const answers = shapeAnswers(everyCategory, {
      indicators: [{ level1: '1-产出指标', level2: '14-成本指标', level3: '单价', target: '无' }],
    });
    expect(readIndicators(everyCategory, answers)).toMatchObject([{ level2: '成本指标', name: '单价', target: '' }]);
  });
});

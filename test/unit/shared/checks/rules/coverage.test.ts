import { describe, expect, it } from 'vitest';
import {
  categoriesPresent,
  emptyCategory,
  quantityPresent,
  satisfactionPresent,
} from '../../../../../shared/checks/rules/coverage.ts';
import {
  failedPaths,
  findingsOf,
  indicator,
  outcomesOf,
  output,
  sampleDefinition,
  soundAnswers,
  soundIndicators,
  withIndicators,
} from '../../../../support/sample-form.ts';

const without = (level: 'level1' | 'level2', name: string) =>
  withIndicators(soundIndicators.filter((row) => row[level] !== name));
const noTables = { ...sampleDefinition, tables: [] };

describe('categories-present', () => {
  it('passes when each category the definition asks for has a row', () => {
    expect(outcomesOf(categoriesPresent, soundAnswers)).toEqual(['pass']);
  });

  it('names the missing one, and asks for none that is optional', () => {
    expect(findingsOf(categoriesPresent, without('level1', '效益指标'))).toMatchObject([
      {
        outcome: 'fail',
        severity: 'error',
        path: 'indicators',
        place: '绩效指标',
        message: expect.stringContaining('效益指标'),
      },
    ]);
    expect(outcomesOf(categoriesPresent, without('level2', '成本指标'))).toEqual(['pass']);
  });

  it('knows a category with a code in front and without its ending', () => {
    const coded = soundIndicators.map((row) => ({
      ...row,
      level1: `2-${row.level1?.replace('指标', '') ?? ''}`,
    }));
    expect(outcomesOf(categoriesPresent, withIndicators(coded))).toEqual(['pass']);
  });

  it('does not take a category at a wrong place for it', () => {
    const rows = soundIndicators.map((row) =>
      row.level1 === '效益指标' ? output('居民阅读条件', '改善', '效益指标') : row,
    );
    expect(outcomesOf(categoriesPresent, withIndicators(rows))).toEqual(['fail']);
  });

  it('does not apply to a form without indicators', () => {
    expect(outcomesOf(categoriesPresent, soundAnswers, noTables)).toEqual(['notApplicable']);
  });
});

describe('quantity-present', () => {
  it('passes with one quantity', () => {
    expect(outcomesOf(quantityPresent, soundAnswers)).toEqual(['pass']);
  });

  it('fails without one, and 无 is none', () => {
    expect(failedPaths(quantityPresent, without('level2', '数量指标'))).toEqual(['indicators']);
    expect(failedPaths(quantityPresent, withIndicators([output('无', '无')]))).toEqual(['indicators']);
    expect(failedPaths(quantityPresent, withIndicators([output('', '')]))).toEqual(['indicators']);
  });

  it('wants it under its own heading', () => {
    const elsewhere = [indicator('效益指标', '数量指标', '延时开放图书室数量', '≥4个')];
    expect(outcomesOf(quantityPresent, withIndicators(elsewhere))).toEqual(['fail']);
  });

  it('does not apply to a form without indicators', () => {
    expect(outcomesOf(quantityPresent, soundAnswers, noTables)).toEqual(['notApplicable']);
  });
});

describe('satisfaction-present', () => {
  it('passes with one, and where the form says that it does not apply', () => {
    expect(outcomesOf(satisfactionPresent, soundAnswers)).toEqual(['pass']);
    const none = indicator('满意度指标', '服务对象满意度指标', '不适用', '不适用');
    expect(outcomesOf(satisfactionPresent, withIndicators([none]))).toEqual(['pass']);
  });

  it('fails without one', () => {
    expect(failedPaths(satisfactionPresent, without('level1', '满意度指标'))).toEqual(['indicators']);
  });

  it('does not apply where the definition does not ask for it', () => {
    expect(outcomesOf(satisfactionPresent, {}, noTables)).toEqual(['notApplicable']);
  });
});

describe('empty-category', () => {
  it('passes filled rows and ones that say 无', () => {
    expect(outcomesOf(emptyCategory, soundAnswers)).toEqual(['pass']);
    expect(outcomesOf(emptyCategory, withIndicators([output('无', '')]))).toEqual(['pass']);
  });

  it('fails for a row that is only a category, and offers 无', () => {
    const rows = [...soundIndicators.slice(0, 2), output('', '', '成本指标'), ...soundIndicators.slice(4)];
    expect(findingsOf(emptyCategory, withIndicators(rows))).toMatchObject([
      {
        outcome: 'fail',
        path: 'indicators.2.level3',
        message: expect.stringContaining('“成本指标”'),
        fix: { path: 'indicators.2.level3', value: '无' },
      },
    ]);
  });

  it('says nothing of a row just inserted under the same category, which saving drops', () => {
    const rows = [output('借阅人次', '≥300人次'), output('', ''), ...soundIndicators.slice(1)];
    expect(outcomesOf(emptyCategory, withIndicators(rows))).toEqual(['pass']);
  });

  it('does not apply while there are no indicators', () => {
    expect(outcomesOf(emptyCategory, {})).toEqual(['notApplicable']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeness } from '../../../../shared/checks/completeness.ts';
import { makeContext } from '../../../../shared/checks/context.ts';
import { required } from '../../../../shared/checks/rules/required.ts';
import { runRule } from '../../../../shared/checks/run-checks.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import {
  indicator,
  output,
  sampleDefinition,
  soundAnswers,
  soundIndicators,
  soundWith,
  withIndicators,
} from '../../../support/sample-form.ts';

const requiredFields = sampleDefinition.fields.filter((field) => field.required).map((field) => field.id);
/** 产出, 产出—数量, 效益, 满意度, and the table as a whole. */
const TABLE_PARTS = 5;

describe('completeness', () => {
  it('of an empty form is 0, and everything required is missing', () => {
    const all = requiredFields.length + TABLE_PARTS;
    expect(completeness(sampleDefinition, {})).toEqual({
      filled: 0,
      required: all,
      percent: 0,
      missing: [...requiredFields, 'indicators'],
    });
  });

  it('of a sound form is 100', () => {
    const { filled, required: all, percent, missing } = completeness(sampleDefinition, soundAnswers);
    expect([filled, percent, missing]).toEqual([all, 100, []]);
  });

  it('does not count optional fields', () => {
    expect(completeness(sampleDefinition, soundWith({ projectAttribute: '', 'annualFunds.other': null })).percent).toBe(
      100,
    );
  });

  it('names a missing field, a missing cell and a table that lacks a category', () => {
    const rows = [...soundIndicators.slice(0, -1), output('借阅人次', '')];
    const answers = { ...withIndicators(rows), annualGoal: ' ' };
    expect(completeness(sampleDefinition, answers).missing).toEqual([
      'annualGoal',
      'indicators',
      'indicators.5.target',
    ]);
  });

  it('asks nothing of optional categories, and counts a category row as begun', () => {
    const rows = soundIndicators.filter(({ level2 }) => level2 !== '成本指标');
    expect(completeness(sampleDefinition, withIndicators(rows)).percent).toBe(100);
    const begun = [...rows, indicator('满意度指标', '职工满意度指标', '', '')];
    expect(completeness(sampleDefinition, withIndicators(begun)).percent).toBeLessThan(100);
  });

  it.each(shippedDefinitions)('stays within bounds and is 100 only without a missing field, for $id', (definition) => {
    fc.assert(
      fc.property(contentOf(definition), (content) => {
        const { filled, required: all, percent, missing } = completeness(definition, content.answers);
        expect(filled).toBeGreaterThanOrEqual(0);
        expect(filled).toBeLessThanOrEqual(all);
        expect(percent === 100).toBe(missing.length === 0);
        const failed = runRule(required, makeContext(definition, content)).filter(({ outcome }) => outcome === 'fail');
        for (const { path } of failed) expect(missing).toContain(path);
      }),
    );
  });
});

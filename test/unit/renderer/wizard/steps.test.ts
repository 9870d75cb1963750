import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../renderer/wizard/copy/analysis.ts';
import { WorkingCopy } from '../../../../renderer/wizard/copy/working-copy.ts';
import { stepOfPath, stepState, stepsOf } from '../../../../renderer/wizard/steps.ts';
import type { Answers } from '../../../../shared/domain/answers.ts';
import { emptyAnswers } from '../../../../shared/forms/shape.ts';
import {
  output,
  sampleDefinition,
  sampleYear,
  soundAnswers,
  soundWith,
  withIndicators,
} from '../../../support/sample-form.ts';

function stateOf(stepId: string, answers: Answers) {
  const copy = new WorkingCopy(
    {
      id: '0b54d3b2-6f2f-4f5f-9d5f-4d3c2b1a0f9e',
      definitionId: sampleDefinition.id,
      definitionVersion: 1,
      fiscalYear: sampleYear,
      status: 'draft',
      answers,
      revision: 'r1',
      createdAtMs: 0,
      updatedAtMs: 0,
    },
    sampleDefinition,
  );
  const step = sampleDefinition.steps.find(({ id }) => id === stepId);
  if (!step) throw new Error(`no step ${stepId}`);
  return stepState(sampleDefinition, step, analyse(copy));
}

describe('steps', () => {
  it('are those of the definition, then 审核 and 打印', () => {
    expect(stepsOf(sampleDefinition).map(({ title }) => title)).toEqual([
      '基本信息',
      '资金',
      '绩效目标',
      '绩效指标',
      '审核',
      '打印',
    ]);
  });

  it('are found by the path of a field or a cell', () => {
    expect(stepOfPath(sampleDefinition, 'annualFunds.total')).toBe('funds');
    expect(stepOfPath(sampleDefinition, 'indicators.3.target')).toBe('indicators');
    expect(stepOfPath(sampleDefinition, 'indicators')).toBe('indicators');
    expect(stepOfPath(sampleDefinition, '')).toBeUndefined();
  });

  it('have nothing to tell of a sound form', () => {
    for (const { id } of sampleDefinition.steps) {
      expect(stateOf(id, soundAnswers)).toEqual({ errors: 0, warnings: 0, hints: 0, missing: 0 });
    }
  });

  it('tell what is not filled in yet from what is wrong', () => {
    const empty = emptyAnswers(sampleDefinition);
    for (const { id } of sampleDefinition.steps) {
      const { errors, missing } = stateOf(id, empty);
      expect(errors).toBe(0);
      expect(missing).toBeGreaterThan(0);
    }
    const wrong = stateOf('funds', soundWith({ 'annualFunds.fiscal': '1' }));
    expect(wrong.errors).toBeGreaterThan(0);
    expect(wrong.missing).toBe(0);
  });

  it('count a category that a begun table lacks as wrong, and only once', () => {
    const begun = stateOf('indicators', withIndicators([output('甲', '≥1个')]));
    expect(begun.errors).toBeGreaterThan(0);
    expect(begun.missing).toBe(0);
  });
});

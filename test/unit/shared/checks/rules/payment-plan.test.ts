import { describe, expect, it } from 'vitest';
import {
  planBasis,
  planEnd,
  planMixed,
  planOrder,
  planReadable,
} from '../../../../../shared/checks/rules/payment-plan.ts';
import type { Answers } from '../../../../../shared/domain/answers.ts';
import { withField } from '../../../../../shared/domain/answers.ts';
import type { FormDefinition } from '../../../../../shared/forms/definition.ts';
import { definitionSchema } from '../../../../../shared/forms/definition.ts';
import { failedPaths, findingsOf, outcomesOf, sampleDefinition } from '../../../../support/sample-form.ts';

const ids = ['stage.first', 'stage.second', 'stage.third'];

function planned(budget: string | undefined): FormDefinition {
  return definitionSchema.parse({
    ...sampleDefinition,
    fields: [
      ...sampleDefinition.fields,
      ...ids.map((id, index) => ({ id, label: `第${index + 1}期`, type: 'figure' })),
    ],
    rules: [{ kind: 'plan', steps: ids, ...(budget === undefined ? {} : { budget }) }],
  });
}

const withBudget = planned('annualFunds.total');
const withoutBudget = planned(undefined);

/** Answers with these steps, separated by spaces; `-` is an empty one. */
function steps(texts: string, budget: string | null = '80.50'): Answers {
  const answers: Answers = { annualFunds: { total: budget } };
  return texts
    .split(' ')
    .reduce((sofar, text, index) => withField(sofar, ids[index] ?? '', text === '-' ? null : text), answers);
}

const all = [planReadable, planOrder, planMixed, planEnd, planBasis];

describe.each(all)('$id', (rule) => {
  it('does not apply without a plan in the definition or in the answers', () => {
    expect(outcomesOf(rule, steps('- - -'), withBudget)).toEqual(['notApplicable']);
    expect(outcomesOf(rule, steps('0 50 100'), sampleDefinition)).toEqual(['notApplicable']);
  });

  it.each(['20% 50% 100%', '- - 100%', '０％ ５０％ １００％'])('passes %s', (texts) => {
    expect(outcomesOf(rule, steps(texts), withBudget)).toEqual(['pass']);
  });

  it('passes a plan in money that says so', () => {
    expect(outcomesOf(rule, steps('100000元 30.5万元 80.5万元'), withBudget)).toEqual(['pass']);
  });
});

describe('plan-readable', () => {
  it.each(['若干', '-5', '5..2', '%', '三成'])('fails for %s', (text) => {
    expect(findingsOf(planReadable, steps(`0 ${text} 100`), withBudget)).toMatchObject([
      {
        outcome: 'fail',
        path: 'stage.second',
        place: '第2期',
        message: '支出计划的“第2期”应填金额或百分比，不为负数，请改正。',
      },
    ]);
  });
});

describe('plan-order', () => {
  it.each(['0 0 100', '50 50 100', '- 1,000 1000.00', '0.1 0.2 0.30'])('passes %s', (texts) => {
    expect(outcomesOf(planOrder, steps(texts), withBudget)).toEqual(['pass']);
  });

  it('names both steps where the plan falls, also across an empty one', () => {
    expect(findingsOf(planOrder, steps('60 20 100'), withoutBudget)).toMatchObject([
      {
        outcome: 'fail',
        path: 'stage.second',
        message: '支出计划的“第2期”为 20，少于“第1期”的 60。支出计划按累计数填写，只增不减，请核对。',
      },
    ]);
    expect(failedPaths(planOrder, steps('60 - 20'), withoutBudget)).toEqual(['stage.third']);
  });

  it('compares amounts in one unit', () => {
    expect(failedPaths(planOrder, steps('5万元 49999元 80.5'), withBudget)).toEqual(['stage.second']);
  });

  it.each([
    ['0 大半 100', 'stage.second'],
    ['10万元 50% 100%', 'stage.first'],
  ])('could not run on %s', (texts, path) => {
    expect(findingsOf(planOrder, steps(texts), withBudget)).toMatchObject([{ outcome: 'couldNotRun', path }]);
  });
});

describe('plan-mixed', () => {
  it.each(['20万元 50% 100%', '20 50% 100%', '20% 50% 80.5'])('fails for %s', (texts) => {
    const [finding] = findingsOf(planMixed, steps(texts), withBudget);
    expect(finding).toMatchObject({ outcome: 'fail', path: 'stage.first' });
    expect(finding?.message).toMatch(/^支出计划的“第1期”为 20.*混用了百分比和金额，请统一。$/u);
  });

  it('could not run on what is no number', () => {
    expect(outcomesOf(planMixed, steps('大半 50% 100%'), withBudget)).toEqual(['couldNotRun']);
  });
});

describe('plan-end', () => {
  it.each([
    ['20 50 100', '80.50'],
    ['20 50 80.5', '80.50'],
    ['- - 80.500', '80.50'],
    ['20 50 100', null],
    ['20 50 100.00', '若干'],
  ])('passes %s with a budget of %s', (texts, budget) => {
    expect(outcomesOf(planEnd, steps(texts, budget), withBudget)).toEqual(['pass']);
  });

  it.each([
    ['20 50 80', '“第3期”为 80，应等于100%或预算数 80.50 万元'],
    ['0.25 0.5 1.00', '“第3期”为 1.00，像是按比例填写，应等于100%或预算数 80.50 万元'],
    ['20% 50% 80.5%', '“第3期”为 80.5%，应等于100%'],
    ['20 50万元 100', '“第3期”为 100，应等于预算数 80.50 万元'],
    ['20 50 -', '“第3期”没有填写，请填写全年的累计数'],
  ])('fails for %s', (texts, says) => {
    const [finding] = findingsOf(planEnd, steps(texts), withBudget);
    expect(finding).toMatchObject({ outcome: 'fail', path: 'stage.third', message: expect.stringContaining(says) });
  });

  it('asks for 100 where the form has no budget', () => {
    expect(outcomesOf(planEnd, steps('0 0 100'), withoutBudget)).toEqual(['pass']);
    expect(findingsOf(planEnd, steps('0 0 90'), withoutBudget)).toMatchObject([
      { outcome: 'fail', message: '支出计划的“第3期”为 90，应等于100%，请核对。' },
    ]);
    expect(outcomesOf(planEnd, steps('0 0 90万元'), withoutBudget)).toEqual(['couldNotRun']);
  });

  it.each([
    ['20 50 80', null, 'annualFunds.total'],
    ['20 50 80', '若干', 'annualFunds.total'],
    ['20 50 全部', '80', 'stage.third'],
  ])('could not run on %s with a budget of %s', (texts, budget, path) => {
    expect(findingsOf(planEnd, steps(texts, budget), withBudget)).toMatchObject([{ outcome: 'couldNotRun', path }]);
  });
});

describe('plan-basis', () => {
  it('says that bare figures are taken for percent', () => {
    expect(findingsOf(planBasis, steps('20 50 100'), withBudget)).toMatchObject([
      {
        outcome: 'fail',
        path: 'stage.third',
        message: '支出计划没有写单位，“第3期”为 100，这里按百分比理解。如果是金额，应等于预算数 80.50 万元。',
      },
    ]);
  });

  it('has nothing to say where the plan ends at the budget, both readings agree, or neither holds', () => {
    expect(outcomesOf(planBasis, steps('20 50 80.5'), withBudget)).toEqual(['pass']);
    expect(outcomesOf(planBasis, steps('20 50 100', '100.00'), withBudget)).toEqual(['pass']);
    expect(outcomesOf(planBasis, steps('20 50 70'), withBudget)).toEqual(['pass']);
  });

  it('does not apply without a budget in the form, and could not run while it has no figure', () => {
    expect(outcomesOf(planBasis, steps('20 50 100'), withoutBudget)).toEqual(['notApplicable']);
    expect(outcomesOf(planBasis, steps('20 50 100', null), withBudget)).toEqual(['couldNotRun']);
    expect(outcomesOf(planBasis, steps('20 50 100', '若干'), withBudget)).toEqual(['couldNotRun']);
  });
});

import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../../../shared/checks/context.ts';
import { quotedFigure } from '../../../../../shared/checks/rules/quoted-figure.ts';
import { runRule } from '../../../../../shared/checks/run-checks.ts';
import { shapeAnswers } from '../../../../../shared/forms/shape.ts';
import { surroundingsOf } from '../../../../../shared/forms/surroundings.ts';
import { budgetForms, budgetYear } from '../../../../support/budget-year.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';

const definition = shippedDefinition('haigang-budget-narrative');
const lastYear = budgetForms().map((form) => ({ ...form, fiscalYear: budgetYear - 1 }));

function findings(texts: Record<string, string>, others = budgetForms()) {
  const answers = shapeAnswers(definition, { reportingUnit: '示例县图书馆', ...texts });
  const own = { definition, fiscalYear: budgetYear, answers };
  const context = makeContext(definition, own, surroundingsOf(own, others, shippedDefinitions));
  return runRule(quotedFigure, context);
}
const outcomes = (...parameters: Parameters<typeof findings>) => findings(...parameters).map(({ outcome }) => outcome);

describe('quoted-figure', () => {
  it('passes where the text says what the tables say', () => {
    expect(outcomes({ income: '2026年预算收入130.00万元。', expenditure: '其中基本支出90.00万元。' })).toEqual([
      'pass',
      'pass',
    ]);
  });

  it('names both figures of one that differs, and offers to put it right', () => {
    const [finding] = findings({ income: '2026年预算收入131.00万元。' });
    expect(finding).toMatchObject({
      outcome: 'fail',
      path: 'income',
      message: '文中写“预算收入131.00万元”，《部门预算收入总表》第1行“合计”的“合计”为130.00万元，两处不一致。',
      fix: { path: 'income', value: '2026年预算收入130.00万元。' },
    });
  });

  it('holds more and less against last year, where that is held', () => {
    const text = { change: '较2025年预算减少3.00万元。' };
    expect(outcomes(text)).toEqual(['couldNotRun']);
    expect(findings(text, [...budgetForms(), ...lastYear])[0]).toMatchObject({ outcome: 'fail', path: 'change' });
    expect(outcomes({ change: '较2025年预算增加0.00万元。' }, [...budgetForms(), ...lastYear])).toEqual(['pass']);
  });

  it('says that it could not run where a table is missing, and has nothing to say of other texts', () => {
    expect(outcomes({ income: '2026年预算收入131.00万元。' }, [])).toEqual(['couldNotRun']);
    expect(outcomes({ terms: '财政拨款：由财政安排的资金。' })).toEqual(['notApplicable']);
  });
});

import { describe, expect, it } from 'vitest';
import { wording } from '../../../../../shared/checks/rules/wording.ts';
import { findingsOf, outcomesOf, output, soundWith, withIndicators } from '../../../../support/sample-form.ts';

describe('text-wording', () => {
  it.each(['受益群众满意度', '投资收益', '海拔50米', '蚊帐', '选拔人才'])('passes %s', (text) => {
    expect(outcomesOf(wording, soundWith({ annualGoal: text }))).toEqual(['pass']);
  });

  it.each([
    ['收益群众满意度', '受益群众满意度'],
    ['使收益人数增加，及时拔付资金', '使受益人数增加，及时拨付资金'],
    ['划拔资金到帐户', '划拨资金到账户'],
  ])('mends all slips of %s at once', (text, value) => {
    expect(findingsOf(wording, soundWith({ annualGoal: text }))).toMatchObject([
      { outcome: 'fail', severity: 'hint', path: 'annualGoal', fix: { value } },
    ]);
  });

  it('explains itself', () => {
    const [finding] = findingsOf(wording, withIndicators([output('收益群众满意度', '≥90%')]));
    expect(finding).toMatchObject({
      path: 'indicators.0.level3',
      message: expect.stringContaining('得到好处的人是“受益”'),
    });
  });

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(wording, {})).toEqual(['notApplicable']);
  });
});

import { describe, expect, it } from 'vitest';
import { brackets } from '../../../../../shared/checks/rules/brackets.ts';
import { failedPaths, outcomesOf, soundWith } from '../../../../support/sample-form.ts';

const goal = (annualGoal: string) => soundWith({ annualGoal });

describe('text-brackets', () => {
  it.each(['开放（含周末)图书室', '“一站式”', '1)开放；2）培训', '《办法》（〔2024〕3号）', '（1）开放\n（2）培训'])(
    'passes %s',
    (text) => {
      expect(outcomesOf(brackets, goal(text))).toEqual(['pass']);
    },
  );

  it.each(['开放（含周末图书室', '开放含周末）图书室', '“一站式', '《办法', '）（', '【甲]'])(
    'gives a hint at %s',
    (text) => {
      expect(failedPaths(brackets, goal(text))).toEqual(['annualGoal']);
    },
  );

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(brackets, {})).toEqual(['notApplicable']);
  });
});

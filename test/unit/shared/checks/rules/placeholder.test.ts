import { describe, expect, it } from 'vitest';
import { placeholder } from '../../../../../shared/checks/rules/placeholder.ts';
import { failedPaths, outcomesOf, soundWith } from '../../../../support/sample-form.ts';

const goal = (annualGoal: string) => soundWith({ annualGoal });

describe('text-placeholder', () => {
  it.each(['购置X光机', '5×8米展板', '填写借阅登记', '略有提高', '待遇提高'])('passes %s', (text) => {
    expect(outcomesOf(placeholder, goal(text))).toEqual(['pass']);
  });

  it.each(['在××乡镇开放图书室', 'xx项目', '请填写年度目标', '开放____个图书室', '待补充', '同上', '略'])(
    'fails for %s',
    (text) => {
      expect(failedPaths(placeholder, goal(text))).toEqual(['annualGoal']);
    },
  );

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(placeholder, {})).toEqual(['notApplicable']);
  });
});

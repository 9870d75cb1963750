import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

/** Crosses and blanks that stand for something to be filled in, and words that say so. */
const PLACEHOLDER =
  /(?<![A-Za-z0-9])[XxＸｘ×]{2,}(?![A-Za-z0-9])|[_＿]{3,}|请(?:填写|输入|填入)|待(?:填写|补充|填报)|(?:此处|在此)填写|^(?:待定|同上|略|测试|test|null|undefined|NaN)$/u;

export const placeholder: Rule = {
  id: 'text-placeholder',
  title: '没有待填的占位文字',
  severity: 'warning',
  source: 'Real forms: ××, 待补充 and the like handed in unfilled',
  families: 'all',
  run: (context) =>
    judgeTexts(context, ({ path, label, text }) => {
      const found = PLACEHOLDER.exec(text)?.[0];
      if (found === undefined) return undefined;
      return { path, message: `“${label}”中的“${found.slice(0, 10)}”像是还没有填写的内容，请补全。` };
    }),
};

import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

const PAIRS = ['()', '[]', '【】', '《》', '〔〕', '“”', '‘’', '「」'];
/** `1)`, `（2`-less list numbers at the start of a line or sentence are no closing brackets. */
const LIST_NUMBER = /(^|[\n。；;，,、：:\s])[\d一二三四五六七八九十a-zA-Z]{1,3}\)/gu;

/** The first pair that does not match up in a text, as written (`（）`); undefined when all do. */
function unbalancedPair(text: string): string | undefined {
  const plain = text.replace(/（/gu, '(').replace(/）/gu, ')').replace(LIST_NUMBER, '$1');
  for (const pair of PAIRS) {
    const [open = '', close = ''] = pair;
    let depth = 0;
    for (const char of plain) {
      if (char === open) depth += 1;
      if (char === close) depth -= 1;
      if (depth < 0) return pair;
    }
    if (depth !== 0) return pair;
  }
  return undefined;
}

export const brackets: Rule = {
  id: 'text-brackets',
  title: '括号和引号成对',
  severity: 'hint',
  source: 'Real forms: a bracket or quotation mark lost in copying',
  families: 'all',
  run: (context) =>
    judgeTexts(context, ({ path, label, text }) => {
      const pair = unbalancedPair(text);
      return pair === undefined ? undefined : { path, message: `“${label}”中的 ${pair} 不成对，请检查。` };
    }),
};

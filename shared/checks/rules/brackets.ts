import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

const PAIRS = ['()', '[]', '【】', '《》', '〔〕', '“”', '‘’', '「」'];
/** `1)`, `（2`-less list numbers at the start of a line or sentence are no closing brackets. */
const LIST_NUMBER = /(^|[\n。；;，,、：:\s])[\d一二三四五六七八九十a-zA-Z]{1,3}\)/gu;

interface Bracket {
  readonly pair: string;
  /** What it does to the depth. */
  readonly step: number;
}

const BRACKETS: ReadonlyMap<string, Bracket> = new Map(
  PAIRS.flatMap((pair): (readonly [string, Bracket])[] => [
    [pair.charAt(0), { pair, step: 1 }],
    [pair.charAt(1), { pair, step: -1 }],
  ]),
);

/** A pair that does not match up in a text, as written (`（）`); undefined when all do. */
function unbalancedPair(text: string): string | undefined {
  const plain = text.replace(/（/gu, '(').replace(/）/gu, ')').replace(LIST_NUMBER, '$1');
  const depths = new Map<string, number>();
  for (const char of plain) {
    const bracket = BRACKETS.get(char);
    if (!bracket) continue;
    const depth = (depths.get(bracket.pair) ?? 0) + bracket.step;
    if (depth < 0) return bracket.pair;
    depths.set(bracket.pair, depth);
  }
  return PAIRS.find((pair) => (depths.get(pair) ?? 0) !== 0);
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

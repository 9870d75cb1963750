import { normaliseLabel } from '../grid/normalise.ts';

/** Words that projects of any kind have in their names; they make no two alike. Years and numbers neither. */
const COMMON = /项目|经费|资金|专项|预算|年度?|支出|工作|\d+|[()〔〕[\]“”"、，,.·\-—第批次]/gu;

/** The pairs of neighbouring characters of a project's name, without what says nothing about it. */
export function namePairs(title: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const part of normaliseLabel(title).replace(COMMON, ' ').split(' ')) {
    for (let at = 0; at + 1 < part.length; at += 1) pairs.add(part.slice(at, at + 2));
  }
  return pairs;
}

/**
 * How alike two projects are by name, from 0 to 1: the share of pairs of characters they have in common (Dice).
 * Last year's form of the same project is 1.
 */
export function nameLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}

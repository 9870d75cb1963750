import { parsePeriod } from '../../domain/period.ts';
import type { CheckContext } from '../context.ts';
import { judgeTexts } from '../judging.ts';
import type { Rule } from '../rule.ts';

const YEAR = /(?<!\d)(20\d{2})\s*年/gu;
/** How far back a year is likely left over from a form that was carried forward. */
const CARRIED_FORWARD_YEARS = 3;

/** The years the form is about: its own and those of its term. */
function ownYears({ filled, content }: CheckContext): (year: number) => boolean {
  const periods = filled
    .filter((cell) => cell.type === 'period')
    .map((cell) => parsePeriod(cell.text))
    .filter((period) => period.kind === 'range');
  return (year) =>
    year === content.fiscalYear ||
    periods.some(({ start, end }) => year >= Number(start.slice(0, 4)) && year <= Number(end.slice(0, 4)));
}

/** Whether a year is mentioned as the past on purpose: a comparison, a beginning, a document's date or title. */
function isReference(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 12), index);
  const after = text.slice(index, index + 24);
  return (
    /(?:比|较|与|同|自|从|根据|依据|按照|截至|截止|基于|在)\s*$/u.test(before) ||
    /《[^》]*$/u.test(before) ||
    /^[^，。；、\n]{0,18}(?:起|以来|以后|以前|之前|印发|下发|发布|出台|修订|批准|批复|成立|基础上|相比)/u.test(after)
  );
}

/** A cell that is labelled so states a day the figures are of, usually the last one of the year before. */
const AS_OF_LABEL = /截[止至]/u;

export const textYear: Rule = {
  id: 'text-year',
  title: '文字中的年份是本年度',
  severity: 'warning',
  source:
    'Real forms: a text carried forward keeps the year before; only years of the last three that are no reference',
  families: 'all',
  run(context) {
    const isOwn = ownYears(context);
    const { fiscalYear } = context.content;
    return judgeTexts(context, ({ path, label, text }) => {
      if (AS_OF_LABEL.test(label)) return undefined;
      const years = [...text.matchAll(YEAR)].map((match) => ({ year: Number(match[1]), index: match.index }));
      if (years.some(({ year }) => isOwn(year))) return undefined;
      const stale = years.find(
        ({ year, index }) =>
          year < fiscalYear && year >= fiscalYear - CARRIED_FORWARD_YEARS && !isReference(text, index),
      );
      if (!stale) return undefined;
      const message = `“${label}”中写的是 ${stale.year} 年，本表是 ${fiscalYear} 年度，请核对是否沿用了以前的文字。`;
      return { path, message };
    });
  },
};

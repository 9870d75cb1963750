/** A word of more or less, directly in front of a figure: `减少` in `较上年减少5.00万元`. */
export interface ChangeWord {
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

/** An amount of money that a text names, with the words that say what it is. */
export interface Figure {
  /** Where its digits stand in the text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** As written, without separators: `24490.91`. */
  readonly amount: string;
  readonly unit: '元' | '万元' | '亿元';
  /** The words in front of it since the mark or figure before, without what only introduces a figure. */
  readonly lead: string;
  readonly change: ChangeWord | null;
}

/** `万` alone is 万元 unless something countable follows it (3万人). */
const FIGURE = /(?<![\d.])(-?\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元|万(?![\p{Script=Han}\d]))/gu;
/** Marks behind which other words begin. Quotation marks belong to a name (“三公”经费); brackets may, too (境). */
const MARKS = /[，。；：、,;:！？\n\t]/u;
const INTRODUCING = /(?:共计|合计|总计|共|安排|预计|约|为|是|达到|达|即)$/u;
const MORE = /(?:增加|增长|上升|提高)$/u;
const LESS = /(?:减少|下降|降低|缩减)$/u;
const YEARS = /\d{4}年度?/gu;

function withoutIntroduction(words: string): string {
  let rest = words.trimEnd();
  for (let match = INTRODUCING.exec(rest); match; match = INTRODUCING.exec(rest)) {
    rest = rest.slice(0, match.index).trimEnd();
  }
  return rest;
}

/** The words behind the last mark; a bracket still open begins other words as well. */
function sinceMark(words: string): string {
  let from = 0;
  const open: number[] = [];
  for (const [index, character] of [...words].entries()) {
    if (character === '（' || character === '(') open.push(index + 1);
    else if (character === '）' || character === ')') open.pop();
    else if (MARKS.test(character)) from = index + 1;
  }
  return [...words].slice(Math.max(from, open.at(-1) ?? 0)).join('');
}

function changeWord(words: string, end: number): ChangeWord | null {
  const more = MORE.exec(words);
  const match = more ?? LESS.exec(words);
  return match ? { sign: more ? 1 : -1, start: end - match[0].length, end } : null;
}

/** All amounts of money in a running text, in order. */
export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  let behind = 0;
  for (const match of text.matchAll(FIGURE)) {
    const [whole, digits = '', unit] = match;
    const start = match.index;
    const words = withoutIntroduction(sinceMark(text.slice(behind, start)));
    // Nothing but an introduction may stand between such a word and its figure.
    const change = changeWord(words, text.slice(0, start).lastIndexOf(words) + words.length);
    const subject = change ? words.slice(0, words.length - (change.end - change.start)) : words;
    figures.push({
      start,
      end: start + digits.length,
      amount: digits.replaceAll(',', ''),
      unit: unit === '亿元' || unit === '元' ? unit : '万元',
      lead: withoutIntroduction(subject).replace(YEARS, '').trim(),
      change,
    });
    behind = start + whole.length;
  }
  return figures;
}

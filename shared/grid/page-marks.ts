/**
 * What a new page leaves among the lines of a text: its number, or that a table goes on. It says nothing of what stands
 * around it, not even that it ends there.
 */

/** `第3页`, `第3页共10页`, `-3-`, `Page 3 of 10`, `续表`, without white space. */
const MARKS = [
  /^第\d{1,4}页(?:[,/]?共\d{1,4}页)?$/u,
  /^共\d{1,4}页[,/]?第\d{1,4}页$/u,
  /^[-–—―─~·]{1,3}\d{1,4}[-–—―─~·]{1,3}$/u,
  /^\(?(?:续|续表|续上表|续上页|接上表|接上页)\)?[:：]?$/u,
  /^page\d{1,4}(?:(?:of|\/)\d{1,4})?$/u,
];
const LONGEST_MARK = 30;
/** `3`, `3/10`: a page's number only where others count on from it. */
const BARE = /^(\d{1,4})(?:\/\d{1,4})?$/u;
const LEAST_BARE = 3;
/** Numbers nearer than so many lines are something counted on the page. */
const LEAST_APART = 8;

/**
 * Which of some lines are but the mark of a page.
 * @param texts lines in their order; `""` for what is no line of its own, such as a row of a table
 * @returns their indexes
 */
export function pageMarks(texts: readonly string[]): ReadonlySet<number> {
  const marks = new Set<number>();
  let run: { readonly index: number; readonly number: number }[] = [];
  for (const [index, text] of texts.entries()) {
    if (text === '' || text.length > LONGEST_MARK) continue;
    const plain = text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
    if (MARKS.some((mark) => mark.test(plain))) {
      marks.add(index);
      continue;
    }
    const bare = BARE.exec(plain)?.[1];
    if (bare === undefined) continue;
    const last = run.at(-1);
    const next = { index, number: Number(bare) };
    if (last && next.number === last.number + 1 && index - last.index > LEAST_APART) run.push(next);
    else run = [next];
    if (run.length === LEAST_BARE) for (const each of run) marks.add(each.index);
    else if (run.length > LEAST_BARE) marks.add(index);
  }
  return marks;
}

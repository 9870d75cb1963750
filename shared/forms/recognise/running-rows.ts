/**
 * Rows of a table that a scan or a converter has turned into running text. What tells such a row is its shape: words,
 * then as many amounts as the row has amount columns. The words around it are the lines of the row's long text, as the
 * short cells stand beside the middle of it.
 */
export interface RunningRow {
  readonly name: string;
  /** As many as asked for, as written, in the order of the text. */
  readonly amounts: readonly string[];
  /** What stands around, up to the sentence ends that part it from the rows before and after. */
  readonly around: string;
  /** Where in the text the amounts begin. */
  readonly offset: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Hit extends Span {
  readonly amounts: readonly string[];
  readonly name: Span;
}

const AMOUNT = String.raw`-?\d{1,3}(?:[,，]\s?\d{3})+(?:\s?\.\s?\d{1,6})?|-?\d{1,15}(?:\s?\.\s?\d{1,6})?`;
/** Names are short; lines of a long text are not. */
const LONGEST_NAME = 30;
/** A name may stand so many pieces before its amounts, when a line of the long text came between. */
const FARTHEST_NAME = 3;
const SENTENCE_PART = /[，。；：！？,;:!?《》“”"|]/u;
const SENTENCE_END = /[。！？][”"）)]*/gu;

const isSpace = (text: string, index: number): boolean => /\s/u.test(text.charAt(index));

/** The last pieces of a text between white space; no more of it is looked at, since texts are long and rows many. */
function lastPieces(text: string, from: number, to: number, count: number): Span[] {
  const found: Span[] = [];
  let end = to;
  while (found.length < count) {
    while (end > from && isSpace(text, end - 1)) end -= 1;
    if (end === from) break;
    let start = end;
    while (start > from && !isSpace(text, start - 1)) start -= 1;
    found.unshift({ start, end });
    end = start;
  }
  return found;
}

function bracketDepth(text: string): number {
  return (text.match(/[（(]/gu)?.length ?? 0) - (text.match(/[）)]/gu)?.length ?? 0);
}

function isName(text: string): boolean {
  const words = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words >= 2 && text.length <= LONGEST_NAME && !SENTENCE_PART.test(text) && bracketDepth(text) === 0;
}

/** The nearest piece before the amounts that can be a name; one cut in two by a space in a bracket is put together. */
function nameBefore(text: string, from: number, to: number): Span | undefined {
  const before = lastPieces(text, from, to, FARTHEST_NAME + 1);
  for (let last = before.length - 1; last >= Math.max(0, before.length - FARTHEST_NAME); last -= 1) {
    const end = before[last]?.end ?? to;
    let first = last;
    while (first > 0 && last - first < 2 && bracketDepth(text.slice(before[first]?.start, end)) < 0) first -= 1;
    const start = before[first]?.start ?? from;
    if (isName(text.slice(start, end))) return { start, end };
  }
  return undefined;
}

function findHits(text: string, count: number, isRow: (amounts: readonly string[]) => boolean): Hit[] {
  const run = `(?:${AMOUNT})(?:\\s+(?:${AMOUNT})){${count - 1}}`;
  const pattern = new RegExp(`(?<=\\s)${run}(?=\\s|$)(?!\\s+(?:${AMOUNT})(?=\\s|$))`, 'gu');
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const name = nameBefore(text, hits.at(-1)?.end ?? 0, start);
    const amounts = [...match[0].matchAll(new RegExp(AMOUNT, 'gu'))].map(([amount]) => amount);
    // A figure more in front of them: some other list of figures.
    const [before] = lastPieces(text, 0, start, 1);
    const isLonger = before !== undefined && /^[\d.,]+$/u.test(text.slice(before.start, before.end));
    if (name && !isLonger && isRow(amounts)) hits.push({ start, end, amounts, name });
  }
  return hits;
}

/** Where the text of the row before ends: behind the last sentence that ends in between. */
function boundary(text: string, from: number, to: number): number {
  const end = [...text.slice(from, to).matchAll(SENTENCE_END)].at(-1);
  return end ? from + end.index + end[0].length : to;
}

/**
 * Finds rows in running text.
 * @param count how many amounts a row has, at least 2: one figure behind words says nothing
 * @param isRow whether amounts can be those of a row
 */
export function findRunningRows(
  text: string,
  count: number,
  isRow: (amounts: readonly string[]) => boolean,
): RunningRow[] {
  if (count < 2) return [];
  const hits = findHits(text, count, isRow);
  let from = 0;
  return hits.map((hit, index) => {
    const next = hits[index + 1];
    const to = next ? boundary(text, hit.end, next.name.start) : text.length;
    const parts = [text.slice(from, hit.name.start), text.slice(hit.name.end, hit.start), text.slice(hit.end, to)];
    from = to;
    return {
      name: text.slice(hit.name.start, hit.name.end).replace(/\s+/gu, ''),
      amounts: hit.amounts,
      around: parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' '),
      offset: hit.start,
    };
  });
}

/**
 * Text as it is compared, never as it is kept: full and half width, spaces, and the many ways to write one
 * sign are folded together.
 */

/** A label for comparing: no white space, half-width, without a closing colon (`项目 名称：` → `项目名称`). */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[:;]+$/u, '')
    .toLowerCase();
}

/** Two texts a person would call the same: equal but for width and white space. */
export function isSameText(a: string, b: string): boolean {
  return normaliseLabel(a) === normaliseLabel(b);
}

/**
 * True where b is a with at most `limit` characters missing, added or changed. Every text of a document is held
 * against every label of every form, and most are alike in nothing: those are told apart without the table of edits.
 */
export function isWithinEdits(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  // What both begin and end with alike needs no edit.
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  const longest = Math.max(a.length, b.length) - start - end;
  // One edit leaves one character of each at most.
  if (limit <= 1 || longest <= limit || most === start + end) return longest <= limit;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  let previous = Array.from({ length: restB.length + 1 }, (_, index) => index);
  for (let i = 1; i <= restA.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= restB.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (restA[i - 1] === restB[j - 1] ? 0 : 1);
      const edits = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    // It only grows from row to row.
    if (least > limit) return false;
    previous = current;
  }
  return (previous[restB.length] ?? 0) <= limit;
}

/**
 * A pattern that finds `text` whatever its width and spacing: `（2026年度）` also finds `( 2026 年度 )`.
 * @returns the source of a regular expression without anchors.
 */
export function tolerantPattern(text: string): string {
  const chars = [...text.normalize('NFKC').replace(/\s+/gu, '')];
  return chars
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      const escaped = char.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
      return code > 0x20 && code < 0x7f ? `[${escaped}${String.fromCharCode(code + 0xfee0)}]` : escaped;
    })
    .join('\\s*');
}

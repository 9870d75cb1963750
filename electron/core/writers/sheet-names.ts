const MOST_CHARACTERS = 31;
/** What Excel forbids in the name of a sheet. */
const FORBIDDEN = /[:\\/?*[\]\p{Cc}]/gu;

/** Cuts to a number of utf-16 units, as Excel counts, without halving a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 1);
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? most - 1 : most);
}

/**
 * Names for the sheets of a workbook, one per title, in order: at most 31 characters, nothing that Excel forbids, no
 * two alike (also not in upper and lower case).
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = title
      .toWellFormed()
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[' ]+|[' ]+$/gu, '');
    const base = clean === '' || clean.toLowerCase() === 'history' ? '表' : clean;
    let name = cut(base, MOST_CHARACTERS);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = `(${count})`;
      name = cut(base, MOST_CHARACTERS - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Plain data as JSON has it. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * The canonical JSON of plain data (RFC 8785): no spaces, keys sorted by UTF-16 code units. It runs at every save, and
 * is several times faster than writing every text by itself: the data are put in order and written in one go. Half a
 * character (a lone surrogate), which the standard knows no form for, is escaped as JSON.stringify does.
 * @throws for a key that is a whole number: an object keeps such keys in an order of its own
 */
export function canonicalJson(value: Plain): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: Plain): Plain {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(inOrder);
  const keys = Object.keys(value);
  // Whole numbers come first, wherever they were put.
  if (/^\d+$/u.test(keys[0] ?? '')) throw new Error(`A whole number is no key: ${keys[0]}`);
  const ordered: Record<string, Plain> = {};
  for (const key of keys.sort()) ordered[key] = inOrder(value[key] ?? null);
  return ordered;
}

function isList(value: object): value is readonly Plain[] {
  return Array.isArray(value);
}

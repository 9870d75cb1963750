/** A place or command that can be gone to by typing. */
export interface PaletteItem {
  readonly key: string;
  readonly title: string;
  /** What it is: 表单, 功能. */
  readonly kind: string;
  readonly run: () => void;
}

/** An item with the ways it can be typed. */
export interface SearchableItem {
  readonly item: PaletteItem;
  readonly text: string;
  readonly initials: string;
  readonly full: string;
}

export const MAX_RESULTS = 50;

function rank({ text, initials, full }: SearchableItem, query: string): number {
  if (text.startsWith(query)) return 0;
  if (initials.startsWith(query)) return 1;
  if (text.includes(query)) return 2;
  if (initials.includes(query)) return 3;
  return full.startsWith(query) ? 4 : -1;
}

/** The items that a query means, best first; all of them, in their order, for an empty one. */
export function findItems(items: readonly SearchableItem[], query: string): PaletteItem[] {
  const plain = query.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  if (plain === '') return items.slice(0, MAX_RESULTS).map(({ item }) => item);
  return items
    .map((searchable) => ({ item: searchable.item, rank: rank(searchable, plain) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_RESULTS)
    .map(({ item }) => item);
}

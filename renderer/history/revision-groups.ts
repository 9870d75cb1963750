import type { NamedChange, RevisionEntry } from '../../shared/rpc/work-types.ts';

/** Saves of one sitting: what the list shows as one line. */
export interface RevisionGroup {
  /** The state it ended with. */
  readonly last: RevisionEntry;
  /** The state it began from; null for the form's beginning. */
  readonly base: string | null;
  readonly count: number;
  readonly fromMs: number;
  readonly changes: readonly NamedChange[];
  readonly changeCount: number;
}

/** A longer pause begins a new line. */
const PAUSE_MS = 10 * 60_000;

function belongs(group: RevisionGroup, next: RevisionEntry): boolean {
  const { last } = group;
  return (
    group.base !== null &&
    last.restoredFrom === null &&
    next.restoredFrom === null &&
    last.savedBy === next.savedBy &&
    last.savedOn === next.savedOn &&
    next.savedAtMs - last.savedAtMs <= PAUSE_MS
  );
}

/**
 * The lines of a history, newest first. Typing saves every moment, so saves of one person that follow each other are
 * one line; going back to a state and the form's beginning stand alone.
 * @param isEach every save is a line of its own
 */
export function groupRevisions(revisions: readonly RevisionEntry[], isEach: boolean): RevisionGroup[] {
  const groups: RevisionGroup[] = [];
  for (const entry of revisions) {
    const group = groups.at(-1);
    if (group && !isEach && belongs(group, entry)) {
      groups[groups.length - 1] = {
        ...group,
        last: entry,
        count: group.count + 1,
        changes: [...group.changes, ...entry.changes],
        changeCount: group.changeCount + entry.changeCount,
      };
    } else {
      const { parent: base, savedAtMs: fromMs, changes, changeCount } = entry;
      groups.push({ last: entry, base, count: 1, fromMs, changes, changeCount });
    }
  }
  return groups.reverse();
}

/** How many places a line names. */
const MAX_PLACES = 4;

/** What a line says of its changes: 修改 项目名称、年度金额 等 5 处. */
export function describeChanges({ base, changes, changeCount }: RevisionGroup): string {
  if (base === null) return '建立表单';
  const places = [...new Set(changes.map(({ place }) => place))];
  const named = places.slice(0, MAX_PLACES).join('、');
  const all = Math.max(places.length, changes.length === changeCount ? 0 : changeCount);
  return all > MAX_PLACES ? `${named} 等 ${all} 处` : named;
}

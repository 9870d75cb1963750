import type { CarryResult } from '../../shared/rpc/work-types.ts';

/** What was carried forward last, and between which years. */
export interface Carried {
  readonly fromYear: number;
  readonly toYear: number;
  readonly result: CarryResult;
}

let last: Carried | null = null;

/**
 * Keeps what was carried forward while the window lives: people go from its list to a form and come back for the next
 * place that still names the year before.
 */
export function rememberCarried(carried: Carried | null): void {
  last = carried;
}

/** What was carried into a year last; null when nothing was. */
export function lastCarried(toYear: number): Carried | null {
  return last?.toYear === toYear ? last : null;
}

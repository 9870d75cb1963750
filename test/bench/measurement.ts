import { type Summary, summarise } from './statistics.ts';

/** What a measurement has to reach: a most in its own unit, or a most of its ratio to the limit. */
export type Target =
  | { readonly kind: 'most'; readonly value: number }
  | { readonly kind: 'ratio'; readonly value: number };

/** A figure as it was measured: the values of the single runs, beside the limit's. */
export interface Measurement {
  /** What the product did. */
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB';
  readonly values: readonly number[];
  /** The least that any program would need for it, measured in the same run. */
  readonly limit?: { readonly what: string; readonly values: readonly number[] };
  readonly target?: Target;
}

/** A measurement as the table and the file tell it. */
export interface Verdict {
  readonly summary: Summary;
  readonly limit: Summary | null;
  /** Median over median of the limit. */
  readonly ratio: number | null;
  /** Null where no target is set. */
  readonly isMet: boolean | null;
}

/** Sums up a measurement and holds it against its target. A target that is just reached is met. */
export function judge({ values, limit, target }: Measurement): Verdict {
  const summary = summarise(values);
  const limitSummary = limit === undefined ? null : summarise(limit.values);
  const ratio = limitSummary === null ? null : summary.median / limitSummary.median;
  const reached = target?.kind === 'ratio' ? ratio : summary.median;
  const isMet = target === undefined || reached === null ? null : reached <= target.value;
  return { summary, limit: limitSummary, ratio, isMet };
}

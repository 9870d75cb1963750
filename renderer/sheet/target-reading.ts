import type { TargetOperator } from '../../shared/domain/target.ts';
import { canonicalTarget, parseTarget } from '../../shared/domain/target.ts';

/** How a target was understood, for showing beside what was typed. */
export type TargetReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'words' }
  | {
      readonly kind: 'measure';
      readonly operator: TargetOperator | null;
      readonly value: string;
      /** `""` when there is none. */
      readonly unit: string;
      /** The plain spelling, where it differs from what was typed. */
      readonly better: string | null;
    };

/** Reads a target for a person; what was typed is never changed by it. */
export function readTarget(text: string): TargetReading {
  const typed = text.trim();
  // A sign without a figure is a target that is only begun.
  if (/^[=≥≤><]?$|^[=≥≤><]\D*$/u.test(typed)) return { kind: 'empty' };
  const target = parseTarget(typed);
  if (target.kind === 'words') return { kind: 'words' };
  const canonical = canonicalTarget(target);
  return {
    kind: 'measure',
    operator: target.operator,
    value: target.value,
    unit: target.unit,
    better: canonical === typed ? null : canonical,
  };
}

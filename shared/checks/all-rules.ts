import type { Rule } from './rule.ts';
import { amountReadable } from './rules/amount-readable.ts';
import { notAbove } from './rules/not-above.ts';
import { required } from './rules/required.ts';
import { sum, sumRounding } from './rules/sum.ts';

/** Every rule, in the order people see the outcomes. */
export const allRules: readonly Rule[] = [required, amountReadable, sum, sumRounding, notAbove];

import type { Answers, AnswerValue } from '../../../shared/domain/answers.ts';
import { tableRows } from '../../../shared/domain/answers.ts';

type Keyed = { readonly [key: string]: unknown };

function firstDifferentKey(before: Keyed, after: Keyed): string | undefined {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.find((key) => before[key] !== after[key]);
}

function isKeyed(value: AnswerValue | undefined): value is Exclude<AnswerValue, string | null> {
  return typeof value === 'object' && value !== null;
}

/**
 * The path of the first place where two states of a form differ (`annualFunds.total`, `indicators.3.target`),
 * so that undo can show what it took back; null when they are the same. States share what did not change.
 */
export function firstDifference(before: Answers, after: Answers): string | null {
  const head = firstDifferentKey(before, after);
  if (head === undefined) return null;
  const value = after[head] ?? before[head];
  if (!isKeyed(value)) return head;
  if (!Array.isArray(value)) {
    const part = firstDifferentKey((before[head] ?? {}) as Keyed, (after[head] ?? {}) as Keyed);
    return part === undefined ? null : `${head}.${part}`;
  }
  const rowsBefore = tableRows(before, head);
  const rowsAfter = tableRows(after, head);
  const length = Math.max(rowsBefore.length, rowsAfter.length);
  for (let index = 0; index < length; index += 1) {
    if (rowsBefore[index] === rowsAfter[index]) continue;
    const column = firstDifferentKey(rowsBefore[index] ?? {}, rowsAfter[index] ?? {});
    if (column !== undefined) return `${head}.${Math.min(index, Math.max(rowsAfter.length - 1, 0))}.${column}`;
  }
  return null;
}

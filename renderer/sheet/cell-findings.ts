import type { Finding, Severity } from '../../shared/domain/finding.ts';

/** Failed findings of one row, by column id. */
export type RowFindings = ReadonlyMap<string, readonly Finding[]>;

const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];

function isSame(a: RowFindings, b: RowFindings): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([column, findings]) => {
    const others = b.get(column);
    return (
      others?.length === findings.length &&
      findings.every((finding, index) => {
        const other = others[index];
        return (
          other?.ruleId === finding.ruleId && other.message === finding.message && other.severity === finding.severity
        );
      })
    );
  });
}

/**
 * Sorts findings to the rows and columns of a table (`indicators.3.target`; `indicators.3` marks the row's
 * first column). Rows that say the same as before keep their object, so that they need not be drawn again.
 */
export function findingsByRow(
  tableId: string,
  firstColumn: string,
  findings: readonly Finding[],
  before: ReadonlyMap<number, RowFindings>,
): ReadonlyMap<number, RowFindings> {
  const byRow = new Map<number, Map<string, Finding[]>>();
  for (const finding of findings) {
    if (finding.outcome !== 'fail') continue;
    const [table, index, column = firstColumn] = finding.path.split('.');
    if (table !== tableId || index === undefined) continue;
    const row = byRow.get(Number(index)) ?? new Map<string, Finding[]>();
    byRow.set(Number(index), row);
    row.set(column, [...(row.get(column) ?? []), finding]);
  }
  return new Map(
    [...byRow].map(([index, row]) => {
      const old = before.get(index);
      return [index, old && isSame(old, row) ? old : row];
    }),
  );
}

/** The gravest of some findings. */
export function worstSeverity(findings: readonly Finding[]): Severity | null {
  return ORDER.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}

import { z } from 'zod';

/** `error` blocks submission, `warning` needs an explanation or a change, `hint` is advice. */
export const severitySchema = z.enum(['error', 'warning', 'hint']);
export type Severity = z.infer<typeof severitySchema>;

/** What a rule came to on a record. "No finding" is never mistaken for "checked". */
export const outcomeSchema = z.enum(['pass', 'fail', 'notApplicable', 'couldNotRun']);

/** A certain mend: set one text at a path. */
export const fixSchema = z.strictObject({ label: z.string(), path: z.string(), value: z.string() });
export type Fix = z.infer<typeof fixSchema>;

/** One problem at one place (or, with `couldNotRun`, the reason why a rule said nothing). */
export const findingSchema = z.strictObject({
  ruleId: z.string(),
  severity: severitySchema,
  outcome: outcomeSchema,
  /** Path of the cell it is about (`annualFunds.total`, `indicators.3.target`), or `""` for the whole form. */
  path: z.string(),
  /** The cell's name for people: 年度金额, 绩效指标 第4行 年度指标值. */
  place: z.string(),
  message: z.string(),
  fix: fixSchema.optional(),
  /** Of a failure that only says what is not filled in yet: see `isNotBegun`. */
  notBegun: z.literal(true).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const findingCountsSchema = z.strictObject({ error: z.int(), warning: z.int(), hint: z.int() });
export type FindingCounts = z.infer<typeof findingCountsSchema>;

/** Counts the failures by severity, also of what is merely not filled in yet: what stands between a form and submission. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const finding of findings) if (finding.outcome === 'fail') counts[finding.severity] += 1;
  return counts;
}

/** True where something is wrong, and not merely not filled in yet. */
export function isProblem({ outcome, notBegun }: Finding): boolean {
  return outcome === 'fail' && notBegun !== true;
}

/** Counts what is wrong by severity, as lists and windows show it. */
export function countProblems(findings: readonly Finding[]): FindingCounts {
  return countFindings(findings.filter(isProblem));
}

/** What is not filled in yet, each place once. */
export function unfilledPlaces(findings: readonly Finding[]): readonly Finding[] {
  const byPath = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.notBegun === true && !byPath.has(finding.path)) byPath.set(finding.path, finding);
  }
  return [...byPath.values()];
}

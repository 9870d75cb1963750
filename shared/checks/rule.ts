import type { Fix, Severity } from '../domain/finding.ts';
import type { CheckContext } from './context.ts';

/** One problem: where (a path, see `answerAt`), what is wrong and what to do, and a mend where one is certain. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly fix?: Fix;
}

/** What one run of a rule came to. A rule that judges several things gives several. */
export type Verdict =
  | { readonly outcome: 'pass' }
  | ({ readonly outcome: 'fail' } & Problem)
  | { readonly outcome: 'notApplicable'; readonly reason: string }
  | { readonly outcome: 'couldNotRun'; readonly path: string; readonly reason: string };

export interface Rule {
  /** Stable, kebab-case: explanations and tests refer to it. */
  readonly id: string;
  /** What the rule asks for, in a few Chinese words. */
  readonly title: string;
  readonly severity: Severity;
  /** The document and article, or what was met in real forms. English, for developers; `docs/checks.md` lists it. */
  readonly source: string;
  /** Families of forms the rule is for; `all` for every form. */
  readonly families: 'all' | readonly string[];
  /** Judges one form. Never empty, never throws, whatever the answers hold. */
  run(context: CheckContext): readonly Verdict[];
}

/** Families whose forms have indicators with targets. */
export const indicatorFamilies: readonly string[] = ['project-target', 'unit-target', 'department-target'];

/** Families whose forms are tables of a budget. */
export const budgetFamilies: readonly string[] = ['budget-table'];

/** Turns a list of problems into verdicts: one failure each, or a single pass. */
export function judge(problems: readonly Problem[]): readonly Verdict[] {
  if (problems.length === 0) return [{ outcome: 'pass' }];
  return problems.map((problem) => ({ outcome: 'fail', ...problem }));
}

/** The rule has nothing to look at in this form. */
export function notApplicable(reason: string): readonly Verdict[] {
  return [{ outcome: 'notApplicable', reason }];
}

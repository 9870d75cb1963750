import type { Finding } from '../domain/finding.ts';
import type { FormDefinition } from '../forms/definition.ts';
import type { FormContent } from '../forms/lay-out.ts';
import { placeName } from '../forms/place-name.ts';
import { alone, type Surroundings } from '../forms/surroundings.ts';
import { type KnownSubjects, noSubjects } from '../subjects/known-subjects.ts';
import { allRules } from './all-rules.ts';
import type { CheckContext } from './context.ts';
import { makeContext } from './context.ts';
import { isNotBegun } from './not-begun.ts';
import type { Rule, Verdict } from './rule.ts';
import { notApplicable } from './rule.ts';

function toFinding(rule: Rule, context: CheckContext, verdict: Verdict): Finding {
  const { definition } = context;
  const head = { ruleId: rule.id, severity: rule.severity, outcome: verdict.outcome };
  const at = (path: string) => ({ path, place: placeName(definition, path) });
  switch (verdict.outcome) {
    case 'pass':
      return { ...head, ...at(''), message: `${rule.title}：没有发现问题。` };
    case 'notApplicable':
      return { ...head, ...at(''), message: `${rule.title}：${verdict.reason}` };
    case 'couldNotRun':
      return { ...head, ...at(verdict.path), message: `${rule.title}：${verdict.reason}` };
    case 'fail':
      return {
        ...head,
        ...at(verdict.path),
        message: verdict.message,
        ...(verdict.fix === undefined ? {} : { fix: verdict.fix }),
        ...(isNotBegun(context, rule.id, verdict) ? { notBegun: true } : {}),
      };
  }
}

/** Runs one rule on a form. */
export function runRule(rule: Rule, context: CheckContext): Finding[] {
  const { definition } = context;
  const isForForm = rule.families === 'all' || rule.families.includes(definition.family);
  const verdicts = isForForm ? rule.run(context) : notApplicable('不适用于这类表。');
  return verdicts.map((verdict) => toFinding(rule, context, verdict));
}

/**
 * Runs every rule on a form.
 * @param surroundings the other forms of its unit and year; what needs them cannot be judged without
 * @param subjects the subject tables of its year; the names of subjects cannot be judged without
 * @returns all outcomes, at least one per rule, in the order of the rules; `countFindings` and
 *   `countProblems` count the failures.
 */
export function runChecks(
  definition: FormDefinition,
  content: FormContent,
  surroundings: Surroundings = alone,
  subjects: KnownSubjects = noSubjects,
): Finding[] {
  return [...checkByRule(definition, content, surroundings, subjects)].flat();
}

/** As `runChecks`, one rule at a time, so that a window can go on between two rules. */
export function* checkByRule(
  definition: FormDefinition,
  content: FormContent,
  surroundings: Surroundings = alone,
  subjects: KnownSubjects = noSubjects,
): Generator<Finding[]> {
  const context = makeContext(definition, content, surroundings, subjects);
  for (const rule of allRules) yield runRule(rule, context);
}

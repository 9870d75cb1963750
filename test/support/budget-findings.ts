import { makeContext } from '../../shared/checks/context.ts';
import type { Rule } from '../../shared/checks/rule.ts';
import { runRule } from '../../shared/checks/run-checks.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { type PlacedForm, surroundingsOf } from '../../shared/forms/surroundings.ts';
import { tableOf } from './budget-year.ts';
import { shippedDefinitions } from './definitions.ts';

/** What a rule says of one table among the forms of its unit and year. */
export function findingsBeside(rule: Rule, forms: readonly PlacedForm[], name: string): Finding[] {
  const own = tableOf(forms, name);
  const others = forms.filter((form) => form !== own);
  return runRule(rule, makeContext(own.definition, own, surroundingsOf(own, others, shippedDefinitions)));
}

/** The outcomes with their messages, for short expectations. */
export const outcomes = (findings: readonly Finding[]): string[] =>
  findings.map(({ outcome, path, message }) => `${outcome} ${path} ${message}`);

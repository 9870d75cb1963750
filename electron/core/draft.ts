import { createHash } from 'node:crypto';
import { completeness } from '../../shared/checks/completeness.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import { countFindings, type Finding } from '../../shared/domain/finding.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { shapeAnswers, summaryAmount, summaryTitle, summaryUnit } from '../../shared/forms/shape.ts';
import { normaliseLabel } from '../../shared/grid/normalise.ts';
import type { DerivedColumns, RecordDraft } from './store/record-draft.ts';

/** A form's contents as they come from a person or a document. */
export interface FormInput {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/**
 * Brings contents into their definition's shape and works out what lists show of them.
 * @param derivedBy see `rulesFingerprint`
 */
export function draftOf(input: FormInput, derivedBy: string): RecordDraft {
  const { definition, fiscalYear } = input;
  const answers = shapeAnswers(definition, input.answers);
  return {
    content: { definitionId: definition.id, definitionVersion: definition.version, fiscalYear, answers },
    columns: deriveColumns({ definition, fiscalYear, answers }, derivedBy),
  };
}

/** The list columns of shaped answers. */
export function deriveColumns({ definition, fiscalYear, answers }: FormInput, derivedBy: string): DerivedColumns {
  const findings = countFindings(findingsOf({ definition, fiscalYear, answers }));
  const { percent } = completeness(definition, answers);
  return {
    status: findings.error === 0 && percent === 100 ? 'ready' : 'draft',
    title: summaryTitle(definition, answers),
    unit: summaryUnit(definition, answers),
    matchKey: matchKeyOf({ definition, fiscalYear, answers }),
    amount: summaryAmount(definition, answers),
    amountUnit: definition.amountUnit,
    completeness: percent,
    findings,
    derivedBy,
  };
}

/** What shaped answers are matched by: equal for forms that a person would call the same. Runs no rules. */
export function matchKeyOf({ definition, fiscalYear, answers }: FormInput): string {
  const title = summaryTitle(definition, answers);
  const unit = summaryUnit(definition, answers);
  return [definition.id, fiscalYear, normaliseLabel(title), normaliseLabel(unit)].join('\n');
}

/** What the rules say of a form, all outcomes. */
export function findingsOf({ definition, fiscalYear, answers }: FormInput): Finding[] {
  return runChecks(definition, { answers, fiscalYear });
}

/** Names everything list columns are worked out by: the program's rules and its definitions. Another one, stale columns. */
export function rulesFingerprint(programVersion: string, definitions: readonly FormDefinition[]): string {
  return createHash('sha256').update(programVersion).update(JSON.stringify(definitions)).digest('hex').slice(0, 16);
}

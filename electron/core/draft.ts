import { createHash } from 'node:crypto';
import { completeness } from '../../shared/checks/completeness.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import { countProblems, type Finding } from '../../shared/domain/finding.ts';
import { withoutUnitCode } from '../../shared/domain/unit-name.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { isOnePerUnit } from '../../shared/forms/one-per-unit.ts';
import { shapeAnswers, summaryAmount, summaryTitle, summaryUnit } from '../../shared/forms/shape.ts';
import type { Surroundings } from '../../shared/forms/surroundings.ts';
import { normaliseLabel } from '../../shared/grid/normalise.ts';
import type { KnownSubjects } from '../../shared/subjects/known-subjects.ts';
import type { Derivation } from './derivation.ts';
import type { DerivedColumns, RecordContents, RecordDraft, SummaryColumns } from './store/record-draft.ts';

/** A form's contents as they come from a person or a document. */
export interface FormInput {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly answers: Answers;
  /** The other forms of its unit and year, where it is judged beside them. */
  readonly surroundings?: Surroundings;
}

/** Brings contents into their definition's shape. Runs no rules. */
export function contentsOf(input: FormInput): RecordContents {
  const { definition, fiscalYear } = input;
  const answers = shapeAnswers(definition, input.answers);
  return {
    content: { definitionId: definition.id, definitionVersion: definition.version, fiscalYear, answers },
    columns: summaryColumns({ definition, fiscalYear, answers }),
  };
}

/** Brings contents into their definition's shape and works out what lists show of them. */
export function draftOf(input: FormInput, derivedBy: Derivation): RecordDraft {
  const { content } = contentsOf(input);
  return { content, columns: deriveColumns({ ...input, answers: content.answers }, derivedBy) };
}

/** What lists show of shaped answers as they stand there. */
export function summaryColumns({ definition, fiscalYear, answers }: FormInput): SummaryColumns {
  const title = summaryTitle(definition, answers);
  const unit = summaryUnit(definition, answers);
  // A unit is the same with its code in front and without, also where it names the form.
  const name = isOnePerUnit(definition) ? definition.name : title;
  return {
    title,
    unit,
    matchKey: [definition.id, fiscalYear, normaliseLabel(name), normaliseLabel(withoutUnitCode(unit))].join('\n'),
    amount: summaryAmount(definition, answers),
    amountUnit: definition.amountUnit,
  };
}

/** The list columns of shaped answers. */
export function deriveColumns(form: FormInput, derivedBy: Derivation): DerivedColumns {
  const { definition, fiscalYear, answers } = form;
  const findings = countProblems(findingsOf(form, derivedBy.subjectsOf(definition, fiscalYear)));
  const { percent } = completeness(definition, answers);
  return {
    ...summaryColumns(form),
    status: findings.error === 0 && percent === 100 ? 'ready' : 'draft',
    completeness: percent,
    findings,
    derivedBy: derivedBy.fingerprint,
  };
}

/** What the rules say of a form, all outcomes. */
export function findingsOf(
  { definition, fiscalYear, answers, surroundings }: FormInput,
  subjects: KnownSubjects,
): Finding[] {
  return runChecks(definition, { answers, fiscalYear }, surroundings, subjects);
}

/** Names the program's rules and its definitions. */
export function rulesFingerprint(programVersion: string, definitions: readonly FormDefinition[]): string {
  return createHash('sha256').update(programVersion).update(JSON.stringify(definitions)).digest('hex').slice(0, 16);
}

import type { AmountUnit } from '../domain/amount.ts';
import type { Answers } from '../domain/answers.ts';
import type { FormDefinition } from '../forms/definition.ts';

/** A budget table of the unit and year. */
export interface HeldTable {
  readonly recordId: string;
  readonly definition: FormDefinition;
  readonly answers: Answers;
}

/** A form with one amount, such as a project's. */
export interface HeldForm {
  readonly recordId: string;
  readonly title: string;
  readonly definitionId: string;
  readonly definitionName: string;
  readonly family: string;
  /** Decimal text in `amountUnit`, null when empty. */
  readonly amount: string | null;
  readonly amountUnit: AmountUnit;
}

/** What is held of one year. */
export interface OverviewYear {
  /** By definition id. */
  readonly tables: ReadonlyMap<string, HeldTable>;
  readonly forms: readonly HeldForm[];
}

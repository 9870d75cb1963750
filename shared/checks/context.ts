import type { FormDefinition } from '../forms/definition.ts';
import type { FormContent } from '../forms/lay-out.ts';
import { alone, type Surroundings } from '../forms/surroundings.ts';
import { type KnownSubjects, noSubjects } from '../subjects/known-subjects.ts';
import type { CheckedCell, CheckedRow } from './cells.ts';
import { checkedRows, fieldCells, filledCells } from './cells.ts';
import type { Indicator } from './indicators.ts';
import { readIndicators } from './indicators.ts';

/**
 * What rules look at: one form and what many of them ask of it, worked out once, since all rules run at every
 * keystroke. Answers need not be in the definition's shape.
 */
export interface CheckContext {
  readonly definition: FormDefinition;
  readonly content: FormContent;
  /** The other forms of the unit and year. */
  readonly surroundings: Surroundings;
  /** The subject tables in force for its year, as far as its lines are subjects. */
  readonly subjects: KnownSubjects;
  /** All fields, also empty ones, in the definition's order. */
  readonly fields: readonly CheckedCell[];
  /** The rows of each table (by id) that say something. */
  readonly rowsOf: ReadonlyMap<string, readonly CheckedRow[]>;
  /** Every filled field and table cell. */
  readonly filled: readonly CheckedCell[];
  /** The rows of all indicator tables, also those that are only a category. */
  readonly indicators: readonly Indicator[];
}

/** Prepares a form for the rules; without surroundings and subjects it is looked at by itself. */
export function makeContext(
  definition: FormDefinition,
  content: FormContent,
  surroundings: Surroundings = alone,
  subjects: KnownSubjects = noSubjects,
): CheckContext {
  const fields = fieldCells(definition, content.answers);
  const rowsOf = new Map(definition.tables.map((table) => [table.id, checkedRows(content.answers, table)]));
  return {
    definition,
    content,
    surroundings,
    subjects,
    fields,
    rowsOf,
    filled: filledCells(definition, fields, rowsOf),
    indicators: readIndicators(definition, rowsOf),
  };
}

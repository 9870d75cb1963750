import type { Answers } from '../domain/answers.ts';
import { bareUnitName } from '../domain/unit-name.ts';
import { type CellValue, cellValue, type OtherTable, type OtherTables } from './arithmetic/other-tables.ts';
import type { FormDefinition } from './definition.ts';
import { summaryAmount, summaryUnit } from './shape.ts';

/** A form with what tells whose and when it is. */
export interface PlacedForm {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/** The other forms of a unit and year, as far as formulas and checks ask for them. */
export interface Surroundings {
  /** Tables of the same set, by definition id; those the unit has not filled in yet have no answers. */
  readonly tables: OtherTables;
  /** The same of the year before, for what is compared with it. */
  readonly tablesBefore: OtherTables;
  /** The amounts of all forms of a family. */
  readonly amountsOf: ReadonlyMap<string, readonly CellValue[]>;
}

/** A form looked at by itself. */
export const alone: Surroundings = { tables: new Map(), tablesBefore: new Map(), amountsOf: new Map() };

/** True where what a form says hangs together with other forms. */
export function drawsOnOthers({ relations, tables, quotes }: FormDefinition): boolean {
  return (
    relations.length > 0 ||
    quotes.length > 0 ||
    tables.some(({ formulas }) => formulas.some(({ kind }) => kind === 'cell' || kind === 'from'))
  );
}

/** The families of forms whose amounts the relations of a form add up. */
export function familiesAsked({ relations }: FormDefinition): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ left, right }) =>
      [...left, ...right].flatMap((term) => ('amountsOf' in term ? [term.amountsOf] : [])),
    ),
  );
}

function bareUnit(definition: FormDefinition, answers: Answers): string {
  return bareUnitName(summaryUnit(definition, answers));
}

/** True where the table at hand has its sum and another of its kind has none: one only begun displaces nothing. */
function isOnlyBegun(known: OtherTable, definition: FormDefinition, answers: Answers): boolean {
  const hasSum = known.answers !== null && summaryAmount(known.definition, known.answers) !== null;
  return hasSum && summaryAmount(definition, answers) === null;
}

/**
 * What stands beside a form among others: forms of its year and the year before that are of its unit or do not say
 * whose they are.
 * @param definitions all that are known, so that a table nobody has filled in can still be named
 */
export function surroundingsOf(
  own: PlacedForm,
  others: Iterable<PlacedForm>,
  definitions: readonly FormDefinition[],
): Surroundings {
  const unit = bareUnit(own.definition, own.answers);
  const tables = new Map<string, OtherTable>();
  for (const definition of definitions) {
    if (definition.set !== undefined) tables.set(definition.id, { definition, answers: null });
  }
  const tablesBefore = new Map(tables);
  const amountsOf = new Map<string, CellValue[]>();
  for (const { definition, fiscalYear, answers } of others) {
    const isBefore = fiscalYear === own.fiscalYear - 1;
    if (fiscalYear !== own.fiscalYear && !isBefore) continue;
    const theirs = bareUnit(definition, answers);
    if (theirs !== '' && unit !== '' && theirs !== unit) continue;
    if (definition.set !== undefined) {
      const known = (isBefore ? tablesBefore : tables).get(definition.id);
      if (
        known === undefined ||
        known.answers === null ||
        (theirs === unit && !isOnlyBegun(known, definition, answers))
      ) {
        (isBefore ? tablesBefore : tables).set(definition.id, { definition, answers });
      }
    }
    if (isBefore) continue;
    const amounts = amountsOf.get(definition.family) ?? [];
    amountsOf.set(definition.family, amounts);
    amounts.push(cellValue(summaryAmount(definition, answers) ?? '', definition.amountUnit));
  }
  return { tables, tablesBefore, amountsOf };
}

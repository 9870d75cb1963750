import type { Answers } from '../domain/answers.ts';
import { bareUnitName } from '../domain/unit-name.ts';
import { type CellValue, cellValue, type OtherTable, type OtherTables } from './arithmetic/other-tables.ts';
import type { FormDefinition } from './definition.ts';
import { isOnePerUnit, isSameUnit } from './one-per-unit.ts';
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
  /** How many forms there are besides of its own definition; null where that is not known. */
  readonly twins: number | null;
}

/** A form looked at by itself. */
export const alone: Surroundings = { tables: new Map(), tablesBefore: new Map(), amountsOf: new Map(), twins: null };

/** True where amounts or texts of a form come from tables of a set, or are compared with them. */
function drawsOnTables({ relations, tables, quotes }: FormDefinition): boolean {
  return (
    relations.length > 0 ||
    quotes.length > 0 ||
    tables.some(({ formulas }) => formulas.some(({ kind }) => kind === 'cell' || kind === 'from'))
  );
}

/** True where what is said of a form hangs together with other forms. */
export function drawsOnOthers(definition: FormDefinition): boolean {
  return isOnePerUnit(definition) || drawsOnTables(definition);
}

/** True where what is said of a form hangs together with those of another definition, of the same unit and year. */
export function asksFor(own: FormDefinition, other: FormDefinition): boolean {
  if (own.id === other.id && isOnePerUnit(own)) return true;
  return (other.set !== undefined && drawsOnTables(own)) || familiesAsked(own).has(other.family);
}

/** True where a form also looks at the tables of the year before. */
export function looksBack({ quotes }: FormDefinition): boolean {
  return quotes.some(({ isChange }) => isChange);
}

/** The families of forms whose amounts the relations of a form add up. */
function familiesAsked({ relations }: FormDefinition): ReadonlySet<string> {
  return new Set(
    relations.flatMap(({ left, right }) =>
      [...left, ...right].flatMap((term) => ('amountsOf' in term ? [term.amountsOf] : [])),
    ),
  );
}

/** How much speaks for a table where a unit has several of its kind: its unit is said, then it has its sum. */
function rankOf({ definition, answers }: Pick<PlacedForm, 'definition' | 'answers'>, unit: string): number {
  const isOwn = bareUnitName(summaryUnit(definition, answers)) === bareUnitName(unit);
  return (isOwn ? 2 : 0) + (summaryAmount(definition, answers) === null ? 0 : 1);
}

/**
 * What stands beside a form among others: forms of its year and the year before that are of its unit or do not say
 * whose they are. Where there are several tables of a kind, one stands for all: a table that says it is of the unit
 * before one that does not say, then one that has its sum before one that was only begun, then the first.
 * @param others in the order of the unit's list, so that a table added later displaces none
 * @param definitions all that are known, so that a table nobody has filled in can still be named
 */
export function surroundingsOf(
  own: PlacedForm,
  others: Iterable<PlacedForm>,
  definitions: readonly FormDefinition[],
): Surroundings {
  const unit = summaryUnit(own.definition, own.answers);
  const tables = new Map<string, OtherTable>();
  for (const definition of definitions) {
    if (definition.set !== undefined) tables.set(definition.id, { definition, answers: null });
  }
  const tablesBefore = new Map(tables);
  const amountsOf = new Map<string, CellValue[]>();
  let twins = 0;
  for (const { definition, fiscalYear, answers } of others) {
    const isBefore = fiscalYear === own.fiscalYear - 1;
    if (fiscalYear !== own.fiscalYear && !isBefore) continue;
    if (!isSameUnit(summaryUnit(definition, answers), unit)) continue;
    if (definition.set !== undefined) {
      const ofYear = isBefore ? tablesBefore : tables;
      const known = ofYear.get(definition.id);
      const knownRank = known && known.answers !== null ? rankOf({ ...known, answers: known.answers }, unit) : -1;
      if (rankOf({ definition, answers }, unit) > knownRank) ofYear.set(definition.id, { definition, answers });
    }
    if (isBefore) continue;
    if (definition.id === own.definition.id) twins += 1;
    const amounts = amountsOf.get(definition.family) ?? [];
    amountsOf.set(definition.family, amounts);
    amounts.push(cellValue(summaryAmount(definition, answers) ?? '', definition.amountUnit));
  }
  return { tables, tablesBefore, amountsOf, twins };
}

import { bareUnitName } from '../domain/unit-name.ts';
import type { FormDefinition } from './definition.ts';

/** True where a unit has one form of a kind a year: tables of a set, and forms that nothing but the unit names. */
export function isOnePerUnit({ summary, set }: Pick<FormDefinition, 'summary' | 'set'>): boolean {
  return set !== undefined || summary.title === undefined || summary.title === summary.unit;
}

/** True where two forms may be of one unit: their units are the same but for codes, or one does not say whose it is. */
export function isSameUnit(unit: string, other: string): boolean {
  const [bare, bareOther] = [bareUnitName(unit), bareUnitName(other)];
  return bare === '' || bareOther === '' || bare === bareOther;
}

/**
 * The forms of a year that already are what a unit has one of; none where it may have many.
 * @param unit as the new form would say it; `""` where it does not
 */
export function onesThere<Form extends { readonly definitionId: string; readonly unit: string }>(
  definition: Pick<FormDefinition, 'id' | 'summary' | 'set'>,
  unit: string,
  forms: readonly Form[],
): readonly Form[] {
  if (!isOnePerUnit(definition)) return [];
  return forms.filter((form) => form.definitionId === definition.id && isSameUnit(form.unit, unit));
}

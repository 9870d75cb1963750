import type { FormDefinition } from '../forms/definition.ts';
import type { Quote } from './quote.ts';

/** The figures that the text of a field may quote. */
export function quotesOf({ quotes }: FormDefinition, fieldId: string): readonly Quote[] {
  return quotes.filter(({ fields }) => fields === undefined || fields.includes(fieldId));
}

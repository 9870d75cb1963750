import type { FormRecord } from '../domain/record.ts';
import type { FormDefinition } from '../forms/definition.ts';
import { layOut } from '../forms/lay-out.ts';
import { summaryTitle } from '../forms/shape.ts';
import type { PaperSection } from './paper-document.ts';

/**
 * A record as a section of a document to print, preview or export. An unnamed one is called by its form.
 * @param ordinal its number among the forms it is printed with (`numberForms`)
 */
export function makeSection(
  definition: FormDefinition,
  record: Pick<FormRecord, 'id' | 'answers' | 'fiscalYear'>,
  ordinal?: number,
): PaperSection {
  return {
    recordId: record.id,
    title: summaryTitle(definition, record.answers) || definition.name,
    orientation: definition.paper.orientation,
    grid: layOut(definition, ordinal === undefined ? record : { ...record, ordinal }),
  };
}

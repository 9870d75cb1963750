import { z } from 'zod';
import type { AppError } from '../../shared/domain/app-error.ts';
import { formRecordSchema } from '../../shared/domain/record.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { definitionSchema, type FormDefinition } from '../../shared/forms/definition.ts';
import { numberForms } from '../../shared/forms/number-forms.ts';
import { makeSection } from '../../shared/paper/make-section.ts';
import type { PaperDocument, PaperSettings } from '../../shared/paper/paper-document.ts';
import type { CoreSupervisor } from '../shell/core-supervisor.ts';

/** Lays records out as one document to print, in the order of `ids`. */
export async function paperOfRecords(
  core: CoreSupervisor,
  ids: readonly string[],
  settings: PaperSettings,
): Promise<Result<PaperDocument, AppError>> {
  const found = await core.call('record.get', { ids });
  if (!found.ok) return found;
  const records = z.array(formRecordSchema).parse(found.value);
  const definitions = new Map<string, FormDefinition>();
  for (const { definitionId: id, definitionVersion: version } of records) {
    if (definitions.has(`${id} ${version}`)) continue;
    const definition = await core.call('definition.get', { id, version });
    if (!definition.ok) return definition;
    definitions.set(`${id} ${version}`, definitionSchema.parse(definition.value));
  }
  const numbers = numberForms(records.map(({ definitionId }) => definitionId));
  const sections = records.flatMap((record, index) => {
    const definition = definitions.get(`${record.definitionId} ${record.definitionVersion}`);
    return definition === undefined ? [] : [makeSection(definition, record, numbers[index])];
  });
  return ok({ title: sections[0]?.title ?? '', sections, settings });
}

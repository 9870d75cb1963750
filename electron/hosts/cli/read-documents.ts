import path from 'node:path';
import { describeError } from '../../../shared/domain/app-error.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import type { RecognisedForm } from '../../../shared/forms/recognise/recognise.ts';
import type { PlacedText } from '../../../shared/rpc/import-types.ts';
import { type DefinitionSet, loadDefinitions } from '../../core/definitions.ts';
import { likelyFiscalYear } from '../../core/fiscal-year.ts';
import { readForms } from '../../core/import/read-forms.ts';
import type { Program } from '../program.ts';
import { commandContext, unwrap } from './session.ts';
import { sourceOf } from './sources.ts';

/** A form found in one of the documents. */
export interface DocumentForm extends RecognisedForm {
  readonly file: string;
  readonly definition: FormDefinition;
}

/** What stood in all documents together, and the sentences for those that could not be read. */
export interface Documents {
  readonly forms: readonly DocumentForm[];
  readonly unrecognised: readonly PlacedText[];
  readonly failures: readonly string[];
}

export interface ReadingOptions {
  readonly definition?: string | undefined;
  readonly year?: number | undefined;
  readonly unit?: string | undefined;
}

/** The definitions shipped with the program, for commands that need no workspace. */
export async function shippedDefinitions(program: Program): Promise<DefinitionSet> {
  return unwrap(await loadDefinitions(path.join(program.resourcesDir, 'forms'), null)).definitions;
}

/** Reads documents without any workspace. A document that cannot be read does not keep the others from being read. */
export async function readDocuments(
  program: Program,
  files: readonly string[],
  options: ReadingOptions,
): Promise<Documents> {
  const definitions = await shippedDefinitions(program);
  const wanted = options.definition === undefined ? definitions.all : [unwrap(definitions.get(options.definition))];
  const defaults = { fiscalYear: options.year ?? likelyFiscalYear(new Date()), unit: options.unit };
  const forms: DocumentForm[] = [];
  const unrecognised: PlacedText[] = [];
  const failures: string[] = [];
  for (const file of files) {
    const source = await sourceOf(file);
    const read = await readForms(source, wanted, defaults, commandContext);
    if (!read.ok) {
      failures.push(describeError(read.error));
      continue;
    }
    if (read.value.forms.length === 0) failures.push(describeError({ kind: 'fileHasNoForm', file: source.name }));
    for (const form of read.value.forms) {
      const definition = unwrap(definitions.get(form.definitionId));
      forms.push({ ...form, file: source.name, definition });
    }
    unrecognised.push(...read.value.unrecognised);
  }
  return { forms, unrecognised, failures };
}

import { type Answers, fieldText, withField } from '../../../shared/domain/answers.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import type { Lesson } from '../../../shared/forms/recognise/lesson.ts';
import { type RecognisedForm, recogniseDocument } from '../../../shared/forms/recognise/recognise.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import type { PlacedText } from '../../../shared/rpc/import-types.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import { readSource } from '../readers/read-source.ts';

/** A file, or text that was pasted. `name` is what people call it. */
export type FormSource =
  | { readonly path: string; readonly name: string }
  | { readonly text: string; readonly name: string };

/** What stood in a source. Nothing of it is left out. */
export interface ReadForms {
  readonly forms: readonly RecognisedForm[];
  readonly unrecognised: readonly PlacedText[];
}

/** What to take where a source does not say. */
export interface ReadingDefaults {
  readonly fiscalYear: number;
  readonly unit?: string | undefined;
  /** What a person taught about the forms of this import. */
  readonly lessons?: readonly Lesson[] | undefined;
}

/** Reads a foreign file or text and looks for known forms in it; needs no store. */
export async function readForms(
  source: FormSource,
  definitions: readonly FormDefinition[],
  defaults: ReadingDefaults,
  context: CallContext,
): Promise<Result<ReadForms, AppError>> {
  const document = await readSource(source, context);
  if (!document.ok) return document;
  if (context.signal.aborted) return err({ kind: 'cancelled' });
  const read = recogniseDocument(document.value, definitions, {
    defaultFiscalYear: defaults.fiscalYear,
    lessons: defaults.lessons ?? [],
  });
  const { unit } = defaults;
  if (unit === undefined) return ok(read);
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  const forms = read.forms.map((form) => ({ ...form, answers: withUnit(form, known.get(form.definitionId), unit) }));
  return ok({ ...read, forms });
}

function withUnit({ answers }: RecognisedForm, definition: FormDefinition | undefined, unit: string): Answers {
  const field = definition?.summary.unit;
  if (definition === undefined || field === undefined || fieldText(answers, field) !== '') return answers;
  return shapeAnswers(definition, withField(answers, field, unit));
}

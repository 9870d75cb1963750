import { z } from 'zod';
import { answersSchema } from '../domain/answers.ts';
import { fiscalYearSchema } from '../domain/fiscal-year.ts';
import { recordIdSchema } from '../domain/record.ts';

/** A file the host knows by token, or text that was pasted. */
export const importSourceSchema = z.union([
  z.strictObject({ token: z.string() }),
  z.strictObject({ name: z.string().max(200), text: z.string().max(20_000_000) }),
]);
export type ImportSource = z.infer<typeof importSourceSchema>;

/** Text with where it stands in its source. */
export const placedTextSchema = z.strictObject({ text: z.string(), place: z.string() });
export type PlacedText = z.infer<typeof placedTextSchema>;

/** A guess of the importer at one cell, with the reason; `path` is `""` for the whole form. */
export const importNoteSchema = z.strictObject({ path: z.string(), message: z.string(), place: z.string() });
export type ImportNote = z.infer<typeof importNoteSchema>;

/** One row of the source as it came, for showing beside what was recognised. */
export const sourceRowSchema = z.strictObject({
  place: z.string(),
  kind: z.enum(['line', 'table']),
  cells: z.array(z.strictObject({ text: z.string(), column: z.int(), columnSpan: z.int(), rowSpan: z.int() })),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

/** A form found in a source. */
export const importedRecordSchema = z.strictObject({
  definitionId: z.string(),
  fiscalYear: z.int(),
  /** False when no year stood in the source and the workspace's was taken. */
  isYearFromSource: z.boolean(),
  source: z.strictObject({ file: z.string(), place: z.string() }),
  answers: answersSchema,
  unplaced: z.array(placedTextSchema),
  notes: z.array(importNoteSchema),
});
export type ImportedRecord = z.infer<typeof importedRecordSchema>;

/** How a found form stands to the forms the workspace has (same form, year, unit and name). */
export const importMatchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('same'), recordId: recordIdSchema }),
  z.strictObject({ kind: z.literal('update'), recordId: recordIdSchema, changedPaths: z.array(z.string()) }),
]);
export type ImportMatch = z.infer<typeof importMatchSchema>;

export const importCandidateSchema = importedRecordSchema.extend({
  /** Tells a form from the others of its import, also when it is read again: its source, from 0, and its first row. */
  origin: z.strictObject({ source: z.int(), row: z.string() }),
  match: importMatchSchema,
});
export type ImportCandidate = z.infer<typeof importCandidateSchema>;

export const importResultSchema = z.strictObject({
  /** Names this reading, to ask for the rows a form was read from. */
  reading: z.string(),
  records: z.array(importCandidateSchema),
  /** Tables and texts that belong to no known form. */
  unrecognised: z.array(placedTextSchema),
  /** Files that could not be read, with the sentence for the person. */
  failures: z.array(z.strictObject({ file: z.string(), message: z.string() })),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** What the person decided for one found form: a new record, or new contents for an existing one. */
export const importAcceptSchema = z.strictObject({
  definitionId: z.string(),
  fiscalYear: fiscalYearSchema,
  answers: answersSchema,
  replaces: recordIdSchema.nullable(),
});
export type ImportAccept = z.infer<typeof importAcceptSchema>;

import { z } from 'zod';
import { answersSchema } from '../domain/answers.ts';
import { findingSchema } from '../domain/finding.ts';
import { fiscalYearSchema } from '../domain/fiscal-year.ts';
import { formRecordSchema, recordIdSchema, recordSummarySchema } from '../domain/record.ts';
import { definitionSchema } from '../forms/definition.ts';
import { lessonSchema } from '../forms/recognise/lesson.ts';
import { libraryIndicatorSchema } from '../indicators/library-indicator.ts';
import { paperSettingsSchema } from '../paper/paper-document.ts';
import { subjectKindSchema, subjectSchema, subjectsSchema } from '../subjects/subject.ts';
import { bookChoiceSchema, bookFormatSchema, bookOfYearSchema, publicationProblemSchema } from './book-types.ts';
import { definitionContract } from './definition-types.ts';
import { fileTokenSchema } from './file-token.ts';
import { importAcceptSchema, importResultSchema, importSourceSchema, sourceRowSchema } from './import-types.ts';
import {
  indicatorUseSchema,
  libraryFilterSchema,
  libraryPageSchema,
  offeredTargetSchema,
  suggestInputSchema,
  suggestTargetInputSchema,
} from './library-types.ts';
import { method } from './method.ts';
import {
  carryResultSchema,
  revisionContentSchema,
  revisionEntrySchema,
  revisionRefSchema,
  searchHitSchema,
} from './work-types.ts';

const fiscalYear = fiscalYearSchema;
const ids = z.array(recordIdSchema).max(20_000);

export const exportFormatSchema = z.enum(['xlsx', 'docx', 'pdf', 'html', 'json', 'grid']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What the core does for the page. One object; both sides derive their types from it. */
export const coreContract = {
  'workspace.get': method(
    z.strictObject({}),
    z.strictObject({
      unit: z.string(),
      fiscalYear,
      years: z.array(fiscalYear),
      hasSample: z.boolean(),
      programVersion: z.string(),
    }),
  ),
  'workspace.update': method(
    z.strictObject({ unit: z.string().max(80).optional(), fiscalYear: fiscalYear.optional() }),
    z.strictObject({}),
  ),
  'definition.list': method(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        region: z.string(),
        family: z.string(),
        fromYear: z.int(),
        toYear: z.int().nullable(),
      }),
    ),
  ),
  /** One version, or the newest where none is named or that version is gone. */
  'definition.get': method(z.strictObject({ id: z.string(), version: z.int().optional() }), definitionSchema),
  ...definitionContract,
  /** All forms of a year, in the unit's order. `query` searches names, goals and indicators. */
  'record.list': method(
    z.strictObject({ fiscalYear: fiscalYear.optional(), query: z.string().max(200).default('') }),
    z.array(recordSummarySchema),
  ),
  'record.get': method(z.strictObject({ ids }), z.array(formRecordSchema)),
  'record.create': method(
    z.strictObject({ definitionId: z.string(), fiscalYear, answers: answersSchema.default({}) }),
    formRecordSchema,
  ),
  /** Durable when answered. `parentRevision` is the revision the change was made on; another one is refused. */
  'record.save': method(
    z.strictObject({ id: recordIdSchema, parentRevision: z.string(), answers: answersSchema }),
    z.strictObject({ revision: z.string(), updatedAtMs: z.int() }),
  ),
  'record.remove': method(z.strictObject({ ids }), z.strictObject({})),
  /** Brings removed forms back (undo of a removal). */
  'record.restore': method(z.strictObject({ ids }), z.strictObject({})),
  /** Adds copies with other names, each behind the form it is of. */
  'record.copy': method(
    z.strictObject({ copies: z.array(z.strictObject({ id: recordIdSchema, title: z.string().max(500) })).max(1000) }),
    z.strictObject({ ids }),
  ),
  /** Moves forms of one year in front of another one (null: to the end), in their order. */
  'record.reorder': method(z.strictObject({ ids, before: recordIdSchema.nullable() }), z.strictObject({})),
  /** Every saved state of a form, oldest first: who, when, where, what changed. */
  'record.history': method(z.strictObject({ id: recordIdSchema }), z.array(revisionEntrySchema)),
  'record.revision': method(revisionRefSchema, revisionContentSchema),
  /** Goes back to a state: a new revision with its contents. `parentRevision` as for saving. */
  'record.revert': method(
    revisionRefSchema.extend({ parentRevision: z.string() }),
    z.strictObject({ revision: z.string(), updatedAtMs: z.int() }),
  ),
  /** Forms in which every word of the query occurs, of all years or one, with the place of the first word. */
  'record.search': method(
    z.strictObject({
      query: z.string().max(200),
      fiscalYear: fiscalYear.optional(),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.strictObject({ total: z.int(), hits: z.array(searchHitSchema) }),
  ),
  /** Begins a year with forms of another one (沿用上年); `ids` null: with all. Twice adds nothing. Progress, cancel. */
  'year.carryForward': method(
    z.strictObject({
      fromYear: fiscalYear,
      toYear: fiscalYear,
      ids: ids.nullable(),
      amounts: z.enum(['keep', 'clear']),
    }),
    carryResultSchema,
  ),
  'check.run': method(
    z.strictObject({ ids }),
    z.array(z.strictObject({ recordId: recordIdSchema, title: z.string(), findings: z.array(findingSchema) })),
  ),
  /** An import is about to come: the window for it has been opened. Makes the first one faster. */
  'import.prepare': method(z.strictObject({}), z.strictObject({})),
  /** Reads foreign files; saves nothing. Progress per file; can be cancelled. */
  'import.read': method(
    z.strictObject({
      sources: z.array(importSourceSchema).min(1).max(500),
      definitionId: z.string().optional(),
      fiscalYear: fiscalYear.optional(),
      /** The unit of forms that do not say theirs; they stay without one when it is left out. */
      unit: z.string().max(80).optional(),
      /** What was taught about the forms of these sources. */
      lessons: z.array(lessonSchema).max(200).optional(),
    }),
    importResultSchema,
  ),
  /**
   * The rows that a form found by `import.read` was read from, by its number from 0. Only the last readings are kept;
   * of an older one it is `badRequest`.
   */
  'import.source': method(
    z.strictObject({ reading: z.string().max(64), form: z.int().min(0) }),
    z.array(sourceRowSchema),
  ),
  /** Saves what the person ticked, all or nothing. */
  'import.accept': method(
    z.strictObject({ records: z.array(importAcceptSchema).max(2000) }),
    z.strictObject({ ids: z.array(recordIdSchema) }),
  ),
  /** Writes forms into the place a save dialog gave a token for. */
  'export.write': method(
    z.strictObject({
      ids,
      format: exportFormatSchema,
      target: fileTokenSchema,
      settings: paperSettingsSchema.default({ offsetLeftMm: 0, offsetTopMm: 0 }),
    }),
    z.strictObject({ fileName: z.string(), forms: z.int(), bytes: z.int() }),
  ),
  /** The disclosure books a unit can make for a year. */
  'book.list': method(z.strictObject({ fiscalYear }), z.array(bookOfYearSchema)),
  /** The book and year for which there are most forms; null where there are none. */
  'book.best': method(
    z.strictObject({}),
    z.strictObject({ bookId: z.string(), fiscalYear, forms: z.int() }).nullable(),
  ),
  /** What to look at before a book is published; `parts` null: all of them. */
  'book.check': method(bookChoiceSchema, z.array(publicationProblemSchema)),
  /** Writes a book into the place a save dialog gave a token for. */
  'book.write': method(
    bookChoiceSchema.extend({
      format: bookFormatSchema,
      target: fileTokenSchema,
      settings: paperSettingsSchema.default({ offsetLeftMm: 0, offsetTopMm: 0 }),
    }),
    z.strictObject({ fileName: z.string(), forms: z.int(), bytes: z.int() }),
  ),
  /** The subject table in force for a year; `tableYear` is null where only the shipped, incomplete one is there. */
  'subject.get': method(
    z.strictObject({ kind: subjectKindSchema, fiscalYear }),
    z.strictObject({ subjects: subjectsSchema, tableYear: fiscalYear.nullable(), note: z.string() }),
  ),
  /** Reads a table of subjects out of a file and says what it would change; saves nothing. */
  'subject.read': method(
    z.strictObject({ source: importSourceSchema, kind: subjectKindSchema, fiscalYear }),
    z.strictObject({
      subjects: subjectsSchema,
      problems: z.array(z.string()).readonly(),
      added: subjectsSchema,
      removed: subjectsSchema,
      renamed: z.array(z.strictObject({ code: subjectSchema.shape.code, from: z.string(), to: z.string() })).readonly(),
    }),
  ),
  /** Makes a table the one of its year; an empty one takes the year's table away. */
  'subject.accept': method(
    z.strictObject({ kind: subjectKindSchema, fiscalYear, subjects: subjectsSchema }),
    z.strictObject({}),
  ),
  /** Indicators of the library for a row whose name is being typed, best first. Answered within a key stroke. */
  'library.suggest': method(suggestInputSchema, z.strictObject({ indicators: z.array(libraryIndicatorSchema) })),
  'library.suggestTarget': method(suggestTargetInputSchema, z.strictObject({ targets: z.array(offeredTargetSchema) })),
  'library.list': method(libraryFilterSchema, libraryPageSchema),
  /** The forms an indicator stands in, newest year first. */
  'library.uses': method(
    z.strictObject({ level2: z.string().max(200), name: z.string().max(200) }),
    z.strictObject({ uses: z.array(indicatorUseSchema) }),
  ),
  'sample.add': method(z.strictObject({}), z.strictObject({ added: z.int() })),
  'sample.remove': method(z.strictObject({}), z.strictObject({ removed: z.int() })),
} as const;
export type CoreContract = typeof coreContract;

/** What a host asks of the core on its own account; the page cannot call these. */
export const hostOnlyContract = {
  /** Remembers a path and names it by a token. `read`: a file to import; `write`: a place to export to. */
  'files.register': method(
    z.strictObject({ path: z.string(), purpose: z.enum(['read', 'write']) }),
    z.strictObject({ token: fileTokenSchema, name: z.string() }),
  ),
  'core.close': method(z.strictObject({}), z.strictObject({})),
} as const;
export type HostOnlyContract = typeof hostOnlyContract;

/** What the host itself does for the page (dialogs, printing), the same in every host. */
export const hostContract = {
  'host.info': method(
    z.strictObject({}),
    z.strictObject({ kind: z.enum(['electron', 'browser']), version: z.string() }),
  ),
  /** Shows an open dialog; browser mode answers through the page's own file input and never gets this. */
  'host.chooseFiles': method(
    z.strictObject({}),
    z.strictObject({ files: z.array(z.strictObject({ token: fileTokenSchema, name: z.string() })) }),
  ),
  /** Asks where to save; null when the person cancelled. In browser mode the file is offered as a download. */
  'host.chooseTarget': method(
    z.strictObject({ suggestedName: z.string().max(200), format: exportFormatSchema }),
    z.strictObject({ token: fileTokenSchema, name: z.string() }).nullable(),
  ),
  /** Prints forms on a printer of this machine (Electron), with the system's dialog. */
  'host.print': method(
    z.strictObject({ ids, settings: paperSettingsSchema, copies: z.int().min(1).max(99), isDuplex: z.boolean() }),
    z.strictObject({}),
  ),
} as const;
export type HostContract = typeof hostContract;

export type PageContract = CoreContract & HostContract;

import { z } from 'zod';
import { type Answers, answersSchema } from '../../../shared/domain/answers.ts';
import { type FormRecord, type RecordSummary, recordStatusSchema } from '../../../shared/domain/record.ts';
import type { RevisionContent } from './revision.ts';
import { StoreRefusal } from './sqlite-errors.ts';

const recordRowSchema = z.object({
  seq: z.int(),
  id: z.string(),
  definition_id: z.string(),
  definition_version: z.int(),
  fiscal_year: z.int(),
  status: recordStatusSchema,
  revision: z.string(),
  created_at_ms: z.int(),
  updated_at_ms: z.int(),
  answers: z.string(),
});

/** As many columns as a save needs, as a list: handing over single values is what costs. */
const headRowSchema = z.tuple([
  z.int(),
  z.string(),
  z.int(),
  z.int(),
  z.int(),
  z.string(),
  z.int(),
  z.string(),
  z.string().nullable(),
]);

const summaryRowSchema = z.object({
  id: z.string(),
  definition_id: z.string(),
  title: z.string(),
  unit: z.string(),
  fiscal_year: z.int(),
  status: recordStatusSchema,
  amount: z.string().nullable(),
  amount_unit: z.enum(['元', '万元']),
  completeness: z.int(),
  error_count: z.int(),
  warning_count: z.int(),
  hint_count: z.int(),
  updated_at_ms: z.int(),
  ordinal: z.int(),
});

/** A record with its newest answers, and the number rows of other tables know it by. */
export interface StoredRecord extends FormRecord {
  readonly seq: number;
}

/** What a new revision is added to: a record without its answers. */
export interface RecordHead extends Omit<RevisionContent, 'answers'> {
  readonly id: string;
  readonly seq: number;
  /** As its newest contents say it. */
  readonly unit: string;
  /** Its newest revision: the number it is known by here, and its name everywhere. */
  readonly headSeq: number;
  readonly revision: string;
  /** The revision before the newest one; null where it is the first. */
  readonly parent: string | null;
  readonly updatedAtMs: number;
}

/** Runs a row through its schema; one that does not fit was written by nothing we know. */
export function parseRow<T>(schema: z.ZodType<T>, row: unknown, what: string): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new StoreRefusal({ kind: 'storeDamaged', detail: `${what}: ${parsed.error.issues[0]?.path.join('.') ?? ''}` });
}

/**
 * The answers kept in a revision.
 * @throws StoreRefusal `storeDamaged` when they are none
 */
export function readAnswers(json: string): Answers {
  let answers: unknown;
  try {
    answers = JSON.parse(json);
  } catch {
    throw new StoreRefusal({ kind: 'storeDamaged', detail: 'answers' });
  }
  return parseRow(answersSchema, answers, 'answers');
}

/** The columns of `record` and its newest revision that a save needs, in the order of the statement. */
export function readHead(id: string, row: unknown): RecordHead {
  const head = parseRow(headRowSchema, row, 'record');
  const [seq, definitionId, definitionVersion, fiscalYear, updatedAtMs, unit, headSeq, revision, parent] = head;
  return { id, seq, definitionId, definitionVersion, fiscalYear, updatedAtMs, unit, headSeq, revision, parent };
}

/** A row of `record` joined with its newest revision. */
export function readRecord(row: unknown): StoredRecord {
  const record = parseRow(recordRowSchema, row, 'record');
  return {
    seq: record.seq,
    id: record.id,
    definitionId: record.definition_id,
    definitionVersion: record.definition_version,
    fiscalYear: record.fiscal_year,
    status: record.status,
    revision: record.revision,
    createdAtMs: record.created_at_ms,
    updatedAtMs: record.updated_at_ms,
    answers: readAnswers(record.answers),
  };
}

/** The list columns of a row of `record`. */
export function readSummary(row: unknown): RecordSummary {
  const summary = parseRow(summaryRowSchema, row, 'record');
  return {
    id: summary.id,
    definitionId: summary.definition_id,
    title: summary.title,
    unit: summary.unit,
    fiscalYear: summary.fiscal_year,
    status: summary.status,
    amount: summary.amount,
    amountUnit: summary.amount_unit,
    completeness: summary.completeness,
    findings: { error: summary.error_count, warning: summary.warning_count, hint: summary.hint_count },
    updatedAtMs: summary.updated_at_ms,
    ordinal: summary.ordinal,
  };
}

const placeRowSchema = z.object({ definitionId: z.string(), fiscalYear: z.int(), unit: z.string() });
/** Where a form stands among others: what it is, of which year, and whose as it says itself. */
export type FormPlace = Readonly<z.infer<typeof placeRowSchema>>;

/** A row that gives a form's place. */
export function readPlace(row: unknown): FormPlace {
  return parseRow(placeRowSchema, row, 'record');
}

const placedRowSchema = placeRowSchema.extend({ id: z.string() });
/** A form's id and place. */
export type PlacedRecord = Readonly<z.infer<typeof placedRowSchema>>;

/** A row that gives a form's id and place. */
export function readPlaced(row: unknown): PlacedRecord {
  return parseRow(placedRowSchema, row, 'record');
}

const foundRowSchema = z.object({
  id: z.string(),
  definition_id: z.string(),
  definition_version: z.int(),
  fiscal_year: z.int(),
  title: z.string(),
  unit: z.string(),
  total: z.int(),
  answers: z.string(),
});

/** A form that a search found. */
export interface FoundRecord {
  readonly id: string;
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly fiscalYear: number;
  readonly title: string;
  readonly unit: string;
  readonly answers: Answers;
  /** How many were found in all. */
  readonly total: number;
}

/** A row of a search, with the newest answers. */
export function readFound(row: unknown): FoundRecord {
  const found = parseRow(foundRowSchema, row, 'record');
  return {
    id: found.id,
    definitionId: found.definition_id,
    definitionVersion: found.definition_version,
    fiscalYear: found.fiscal_year,
    title: found.title,
    unit: found.unit,
    answers: readAnswers(found.answers),
    total: found.total,
  };
}

const definitionUseSchema = z.object({ definitionId: z.string(), definitionVersion: z.int(), forms: z.int() });
/** How many forms there are of one version of a definition. */
export type DefinitionUse = z.infer<typeof definitionUseSchema>;

/** A row of the count of forms by definition. */
export function readDefinitionUse(row: unknown): DefinitionUse {
  return parseRow(definitionUseSchema, row, 'record');
}

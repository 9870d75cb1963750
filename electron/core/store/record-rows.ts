import { z } from 'zod';
import { type Answers, answersSchema } from '../../../shared/domain/answers.ts';
import { type FormRecord, type RecordSummary, recordStatusSchema } from '../../../shared/domain/record.ts';
import { StoreRefusal } from './sqlite-errors.ts';

const headRowSchema = z.object({
  seq: z.int(),
  id: z.string(),
  definition_id: z.string(),
  definition_version: z.int(),
  fiscal_year: z.int(),
  status: recordStatusSchema,
  revision_id: z.string(),
  created_at_ms: z.int(),
  updated_at_ms: z.int(),
  answers: z.string(),
});

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

/** A record's columns and its newest answers as they are kept, unparsed. */
export type RecordHead = Omit<StoredRecord, 'answers'> & { readonly answersJson: string };

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
  return parseRow(answersSchema, parseAnswers(json), 'answers');
}

/**
 * The answers kept in a revision, whatever they are.
 * @throws StoreRefusal `storeDamaged` when they are no JSON
 */
export function parseAnswers(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new StoreRefusal({ kind: 'storeDamaged', detail: 'answers' });
  }
}

/** A row of `record` joined with its newest revision, without looking into the answers. */
export function readHead(row: unknown): RecordHead {
  const head = parseRow(headRowSchema, row, 'record');
  return {
    seq: head.seq,
    id: head.id,
    definitionId: head.definition_id,
    definitionVersion: head.definition_version,
    fiscalYear: head.fiscal_year,
    status: head.status,
    answersJson: head.answers,
    revision: head.revision_id,
    createdAtMs: head.created_at_ms,
    updatedAtMs: head.updated_at_ms,
  };
}

/** A row of `record` joined with its newest revision. */
export function readRecord(row: unknown): StoredRecord {
  const { answersJson, ...head } = readHead(row);
  return { ...head, answers: readAnswers(answersJson) };
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

const foundRowSchema = z.object({
  id: z.string(),
  definition_id: z.string(),
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
    fiscalYear: found.fiscal_year,
    title: found.title,
    unit: found.unit,
    answers: readAnswers(found.answers),
    total: found.total,
  };
}

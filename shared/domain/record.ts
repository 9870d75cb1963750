import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { findingCountsSchema } from './finding.ts';
import { fiscalYearSchema } from './fiscal-year.ts';

/** Where a form stands: being filled, ready (no errors), handed in, returned, accepted. */
export const recordStatusSchema = z.enum(['draft', 'ready', 'submitted', 'returned', 'accepted']);
export type RecordStatus = z.infer<typeof recordStatusSchema>;

export const recordIdSchema = z.uuid();

/** A filled-in form (表单). */
export const formRecordSchema = z.strictObject({
  id: recordIdSchema,
  definitionId: z.string(),
  definitionVersion: z.int(),
  fiscalYear: fiscalYearSchema,
  status: recordStatusSchema,
  answers: answersSchema,
  /** Hash of content and parent revision; names the state a change was made on. */
  revision: z.string(),
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
});
export type FormRecord = z.infer<typeof formRecordSchema>;

/** What lists need of a record, without its answers. */
export const recordSummarySchema = z.strictObject({
  id: recordIdSchema,
  definitionId: z.string(),
  title: z.string(),
  unit: z.string(),
  fiscalYear: z.int(),
  status: recordStatusSchema,
  /** Decimal text in `amountUnit`, null when empty. */
  amount: z.string().nullable(),
  amountUnit: z.enum(['元', '万元']),
  /** Filled required fields of all required fields, 0 to 100. */
  completeness: z.int().min(0).max(100),
  findings: findingCountsSchema,
  updatedAtMs: z.int(),
  /** Position in the unit's list, from 1. */
  ordinal: z.int(),
});
export type RecordSummary = z.infer<typeof recordSummarySchema>;

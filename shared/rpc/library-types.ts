import { z } from 'zod';
import { fiscalYearSchema } from '../domain/fiscal-year.ts';
import { recordIdSchema } from '../domain/record.ts';
import { indicatorSourceSchema, libraryIndicatorSchema } from '../indicators/library-indicator.ts';

const fiscalYear = fiscalYearSchema;
const text = z.string().max(2000);

/** What is being typed, and where. */
export const suggestInputSchema = z.strictObject({
  /** The form; its own indicators are not suggested to it. */
  recordId: recordIdSchema,
  fiscalYear,
  projectName: text,
  /** The innermost category of the row as the form writes it; `""` when it has none yet. */
  category: text,
  typed: text,
  limit: z.int().min(1).max(20).default(8),
});

/** The same for a target: its indicator's name is known. */
export const suggestTargetInputSchema = suggestInputSchema.extend({ name: text });

export const offeredTargetSchema = z.strictObject({ text: z.string(), caret: z.int(), uses: z.int() });

/** Filters of the library; null is all. */
export const libraryFilterSchema = z.strictObject({
  fiscalYear,
  query: z.string().max(200),
  /** A standard 二级 category. */
  level2: z.string().max(80).nullable(),
  field: z.string().max(40).nullable(),
  source: indicatorSourceSchema.nullable(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
});

export const libraryPageSchema = z.strictObject({
  total: z.int(),
  /** All fields of work there are. */
  fields: z.array(z.string()),
  indicators: z.array(libraryIndicatorSchema),
});

/** A place where an indicator stands. */
export const indicatorUseSchema = z.strictObject({
  recordId: recordIdSchema,
  title: z.string(),
  unit: z.string(),
  fiscalYear,
  /** `indicators.3.level3` */
  path: z.string(),
  target: z.string(),
});
export type IndicatorUse = z.infer<typeof indicatorUseSchema>;

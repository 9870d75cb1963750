import { z } from 'zod';
import { bookDefinitionSchema } from '../book/book-definition.ts';
import { fiscalYearSchema } from '../domain/fiscal-year.ts';

/** One thing to look at before a book is published. */
export const publicationProblemSchema = z.strictObject({
  /** Null where it is about no form in particular (a part that is missing). */
  recordId: z.string().nullable(),
  title: z.string(),
  /** Path of the cell, `""` for the whole form, and its name for people. */
  path: z.string(),
  place: z.string(),
  message: z.string(),
});
export type PublicationProblem = z.infer<typeof publicationProblemSchema>;

/** A book a unit can make for a year, with the number of forms there are for each of its parts. */
export const bookOfYearSchema = z.strictObject({
  book: bookDefinitionSchema,
  unit: z.string(),
  /** By part id; 0 where the unit has no such form yet. */
  forms: z.record(z.string(), z.int()),
});
export type BookOfYear = z.infer<typeof bookOfYearSchema>;

/** What a book can be written as. */
export const bookFormatSchema = z.enum(['docx', 'pdf', 'html', 'grid']);

/** A book of a year and the parts wanted, in their order; null for all of them. */
export const bookChoiceSchema = z.strictObject({
  bookId: z.string().max(80),
  fiscalYear: fiscalYearSchema,
  parts: z.array(z.string().max(80)).max(200).nullable(),
});

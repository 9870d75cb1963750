import { z } from 'zod';

const title = z.string().min(1).max(200);
/** Depth in the table of contents, from 1. */
const level = z.int().min(1).max(4).default(1);

/** One part of a book, in the order of the book. */
export const bookPartSchema = z.discriminatedUnion('kind', [
  /** A page with nothing but a heading. */
  z.strictObject({ kind: z.literal('heading'), id: z.string(), title, level }),
  /** Every form of a definition that the unit has for the year. */
  z.strictObject({ kind: z.literal('forms'), id: z.string(), title, level, definition: z.string() }),
  /** The stretch of a text (a document of parts) that holds these fields, with the headings above them. */
  z.strictObject({
    kind: z.literal('text'),
    id: z.string(),
    title,
    level,
    definition: z.string(),
    fields: z.array(z.string()).min(1),
  }),
]);
export type BookPart = z.infer<typeof bookPartSchema>;

/** A disclosure book (预算公开文本) as data: which forms and texts, in which order. `{unit}` and `{fiscalYear}` are filled in. */
export const bookDefinitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  name: z.string().min(1),
  region: z.string().min(1),
  years: z.strictObject({ from: z.int(), to: z.int().optional() }),
  title,
  /** Lines on the cover below the title. */
  cover: z.array(z.string()).default([]),
  parts: z.array(bookPartSchema).min(1),
  /** Amounts that may not be left blank in what is published (“三公”经费: 财预〔2016〕143号 asks for 0). */
  noBlanks: z.array(z.strictObject({ definition: z.string(), columns: z.array(z.string()).min(1) })).default([]),
});
export type BookDefinition = z.infer<typeof bookDefinitionSchema>;

/** The definitions whose forms some parts of a book print. */
export function definitionsOf(parts: readonly BookPart[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => (part.kind === 'heading' ? [] : [part.definition])));
}

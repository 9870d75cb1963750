import { z } from 'zod';
import { cellReferenceSchema } from '../forms/table-language.ts';

/**
 * A figure that a text quotes from a table of the same unit and year. Which figure of a text it is, is told by the
 * words in front of it: they end with one of `labels` (`预算收入` in `2025年预算收入100.00万元`). What a text says
 * between the label and the figure (为, 共计, 安排) is of no account.
 */
export const quoteSchema = z.strictObject({
  /** Names the figure in draft wordings (`{income}`). */
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/u, '标识须以小写字母开头，只用字母和数字'),
  /** The fields whose text quotes it; all unless told. */
  fields: z.array(z.string()).optional(),
  labels: z.array(z.string().min(1)).min(1),
  cell: cellReferenceSchema.extend({ definition: z.string() }),
  /** The difference to the year before, with a word for its sign (增加, 减少, 持平). */
  isChange: z.boolean().default(false),
});
export type Quote = z.infer<typeof quoteSchema>;

/** The words for a difference: more, less, none. */
export const CHANGE_WORDS = { more: '增加', less: '减少', none: '持平' } as const;

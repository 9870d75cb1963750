import { z } from 'zod';
import { indicatorKindSchema, targetPatternSchema } from './target-pattern.ts';

/** Where an indicator of the library comes from: this year's forms or earlier ones of the workspace, the shipped set. */
export const indicatorSourceSchema = z.enum(['own', 'past', 'shipped']);
export type IndicatorSource = z.infer<typeof indicatorSourceSchema>;

/** One indicator of the library, whatever it comes from. */
export const libraryIndicatorSchema = z.strictObject({
  /** `""` where the category is no standard one. */
  level1: z.string(),
  /** The standard name of the category, or what forms write. */
  level2: z.string(),
  name: z.string(),
  /** Null where no target was ever written. */
  kind: indicatorKindSchema.nullable(),
  pattern: targetPatternSchema.nullable(),
  /** Fields of work, by the projects it was used in. */
  fields: z.array(z.string()),
  /** In how many forms of the workspace it stands. */
  uses: z.int().nonnegative(),
  sources: z.array(indicatorSourceSchema),
});
export type LibraryIndicator = z.infer<typeof libraryIndicatorSchema>;

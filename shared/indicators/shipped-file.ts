import { z } from 'zod';
import { standardCategories } from './standard-category.ts';
import { indicatorKindSchema, kindOfPattern, type TargetPattern, targetPatternSchema } from './target-pattern.ts';

/**
 * The starting set that is shipped with the program: one JSON file for each field of work under
 * `resources/indicators/`, written for the product. What an office has used itself always comes before it.
 */

const base = {
  level1: z.string().min(1),
  level2: z.string().min(1),
  name: z.string().min(2).max(40),
  kind: indicatorKindSchema,
  /** Further fields of work it suits. */
  alsoFor: z.array(z.string().min(1)).min(1).optional(),
};

const measuredSchema = z.strictObject({
  ...base,
  operator: z.enum(['=', '≥', '≤', '>', '<']),
  unit: z.string().min(1).max(16),
});
/** `words`: the usual ones first. */
const wordedSchema = z.strictObject({ ...base, words: z.array(z.string().min(1)).min(1) });

const shippedIndicatorSchema = z
  .union([measuredSchema, wordedSchema])
  .refine(({ level1, level2 }) => standardCategories.some((one) => one.level1 === level1 && one.level2 === level2), {
    error: '没有这样的一级、二级指标',
  })
  .refine((one) => kindOfPattern(patternOfShipped(one)) === one.kind, { error: '类型与指标值的写法不符' });
type ShippedIndicator = z.infer<typeof measuredSchema> | z.infer<typeof wordedSchema>;

export const shippedFileSchema = z.strictObject({
  /** The field of work (领域). `通用` suits every project. */
  field: z.string().min(1),
  /** Words in a project's name by which the field is known. */
  keywords: z.array(z.string().min(2)),
  indicators: z.array(shippedIndicatorSchema).min(1),
});
export type ShippedFile = z.infer<typeof shippedFileSchema>;

/** How the target of a shipped indicator is usually written. */
export function patternOfShipped(indicator: ShippedIndicator): TargetPattern {
  return targetPatternSchema.parse(
    'words' in indicator
      ? { form: 'words', words: indicator.words }
      : { form: 'figure', operator: indicator.operator, unit: indicator.unit },
  );
}

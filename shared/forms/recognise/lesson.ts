import { z } from 'zod';

/**
 * What a person taught in the course of an import, to hold for all of its documents:
 *  - `label`: a text is another wording of the label of a field (`annualFunds.total`) or of the heading of a column
 *    (`indicators.target`);
 *  - `column`: a column of the source, from 0, is that column of the table, whatever stands above it.
 */
export const lessonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('label'),
    definitionId: z.string(),
    path: z.string().max(200),
    text: z.string().min(1).max(100),
  }),
  z.strictObject({
    kind: z.literal('column'),
    definitionId: z.string(),
    path: z.string().max(200),
    column: z.int().min(0).max(1000),
  }),
]);
export type Lesson = z.infer<typeof lessonSchema>;

/** Whether two lessons say the same. */
export function isSameLesson(a: Lesson, b: Lesson): boolean {
  if (a.definitionId !== b.definitionId || a.path !== b.path) return false;
  return a.kind === 'label' ? b.kind === 'label' && a.text === b.text : b.kind === 'column' && a.column === b.column;
}

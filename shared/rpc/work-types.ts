import { z } from 'zod';
import { answersSchema } from '../domain/answers.ts';
import { recordIdSchema } from '../domain/record.ts';

const revisionNameSchema = z.string().min(1).max(64);

/** One difference between a revision and the one before it, for people. */
const namedChangeSchema = z.strictObject({
  kind: z.enum(['changed', 'added', 'removed']),
  /** The place by name: 年度金额, 绩效指标第4行“年度指标值”. */
  place: z.string(),
  /** Cut short where they are long. */
  oldText: z.string(),
  newText: z.string(),
});
export type NamedChange = z.infer<typeof namedChangeSchema>;

/** One revision in a form's history. */
export const revisionEntrySchema = z.strictObject({
  id: revisionNameSchema,
  parent: revisionNameSchema.nullable(),
  savedAtMs: z.int(),
  savedBy: z.string(),
  savedOn: z.string(),
  restoredFrom: revisionNameSchema.nullable(),
  changes: z.array(namedChangeSchema),
  /** All of them, also those beyond the ones listed. */
  changeCount: z.int(),
});
export type RevisionEntry = z.infer<typeof revisionEntrySchema>;

export const revisionRefSchema = z.strictObject({ id: recordIdSchema, revision: revisionNameSchema });
export const revisionContentSchema = z.strictObject({ answers: answersSchema });

/** What came of carrying forms forward. */
export const carryResultSchema = z.strictObject({
  created: z.array(
    z.strictObject({
      id: recordIdSchema,
      title: z.string(),
      /** Places that still name the year before. */
      leftovers: z.array(z.strictObject({ path: z.string(), place: z.string(), text: z.string() })),
    }),
  ),
  skipped: z.array(
    z.strictObject({
      /** Of the form that was left where it was. */
      id: recordIdSchema,
      title: z.string(),
      /** `exists`: the new year has it already; `notInYear`: its form is not for the new year. */
      reason: z.enum(['exists', 'notInYear']),
    }),
  ),
});
export type CarryResult = z.infer<typeof carryResultSchema>;

/** A form that was found, and where in it. */
export const searchHitSchema = z.strictObject({
  id: recordIdSchema,
  title: z.string(),
  unit: z.string(),
  fiscalYear: z.int(),
  /** Where the first word stands; `""` when the form changed meanwhile. */
  path: z.string(),
  place: z.string(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

import { z } from 'zod';

/** Which of the two classifications of 政府收支分类科目: by function (支出功能) or by economic kind (部门预算支出经济). */
export const subjectKindSchema = z.enum(['functional', 'economic']);
export type SubjectKind = z.infer<typeof subjectKindSchema>;

/** Code lengths, outermost first: functional 类 款 项, economic 类 款. */
export const SUBJECT_LEVELS: Readonly<Record<SubjectKind, readonly number[]>> = {
  functional: [3, 5, 7],
  economic: [3, 5],
};

const longestName = 80;
/** One subject (科目): digits, and the name as the official table prints it. */
export const subjectSchema = z.strictObject({
  code: z.string().regex(/^\d{3}(\d{2}){0,2}$/u),
  name: z.string().trim().min(1).max(longestName),
});
export type Subject = z.infer<typeof subjectSchema>;

/** A table of subjects, each code once, ascending. */
export const subjectsSchema = z.array(subjectSchema).max(10_000).readonly();

/** What the program ships: the subjects in common use, not all there are; `note` says so. */
export const shippedSubjectsSchema = z.strictObject({
  kind: subjectKindSchema,
  name: z.string(),
  note: z.string(),
  subjects: subjectsSchema,
});
export type ShippedSubjects = z.infer<typeof shippedSubjectsSchema>;

/** True where a code has one of the lengths of its classification. */
export function isSubjectCode(kind: SubjectKind, text: string): boolean {
  return /^\d+$/u.test(text) && SUBJECT_LEVELS[kind].includes(text.length);
}

/** The code a subject stands under (`2100401` → `21004`), undefined for a class (类). */
export function parentCode(kind: SubjectKind, code: string): string | undefined {
  const length = SUBJECT_LEVELS[kind].findLast((level) => level < code.length);
  return length === undefined ? undefined : code.slice(0, length);
}

import { z } from 'zod';

/**
 * What a definition can say about the rows and sums of a budget table. `docs/budget-tables.md` teaches it.
 */

const columnId = z.string().regex(/^[a-z][A-Za-z0-9]*$/u);
const rowId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/u)
  .refine((id) => id !== TOP_ROW, `行的标识不能是 ${'top'}`);

/** Names the row of a grand total (合计) of a tree or of groups, where a row is named. */
export const TOP_ROW = 'top';

/** A line the form always prints, with its printed texts by column (both sides of a 收支总表). */
export const fixedRowSchema = z.strictObject({
  id: rowId,
  texts: z.record(columnId, z.string()),
  /** Other wordings met in real documents, by column; for recognition only. */
  aliases: z.record(columnId, z.array(z.string())).optional(),
  /** How many characters its texts are set in on paper (`其中：…`). */
  indent: z.int().nonnegative().default(0),
  /** Amount columns in which the form leaves this line blank, beside those of a side without a text. */
  closed: z.array(columnId).default([]),
});
export type FixedRow = z.infer<typeof fixedRowSchema>;

/** Lines by subject (科目): codes make a tree, a line's sums go to the nearest line whose code begins its own. */
export const subjectTreeSchema = z.strictObject({
  code: columnId,
  name: columnId,
  /** Which classification the codes are of; names the subject dictionary. */
  dictionary: z.enum(['functional', 'economic']),
  /** Lengths of codes, outermost first: 3, 5, 7. */
  levels: z.array(z.int().positive()).min(1),
  /** What people call the levels: 类, 款, 项. */
  levelNames: z.array(z.string().min(1)).min(1),
  /** What stands in the name column of the line that adds up all (合计). */
  total: z.string().min(1),
  /** The columns that are added up; all amounts unless told. */
  sums: z.array(columnId).optional(),
});

/** Lines in groups (by unit), each under a line with its sum, and one line above all. */
export const rowGroupsSchema = z.strictObject({
  /** The column whose text says that a line is a sum. */
  column: columnId,
  total: z.string().min(1),
  /** What the text of a group's sum ends with, after the group's name (小计). */
  subtotalEnding: z.string().min(1),
  /** The columns that are added up; all amounts unless told (a unit price is not). */
  sums: z.array(columnId).optional(),
  /** Lines of a group with the same text in `by` together do not go above what each of them states. */
  limit: z.strictObject({ by: columnId, amount: columnId, notAbove: columnId }).optional(),
});

/** One amount: a line (id of a fixed row, code of a subject, or `top`) and a column, of this or of another table. */
export const cellReferenceSchema = z.strictObject({
  /** A table of the same unit and year; this one unless told. */
  definition: z.string().optional(),
  row: z.string().min(1),
  column: columnId,
});
export type CellReference = z.infer<typeof cellReferenceSchema>;

const signed = <T extends z.ZodType>(part: T) => ({
  plus: z.array(part).default([]),
  minus: z.array(part).default([]),
});

/** How amounts follow from others. Sums of a tree and of groups need no formula: they follow from the lines. */
export const formulaSchema = z.discriminatedUnion('kind', [
  /** A column of every line: 合计 = 基本支出 + 项目支出. */
  z.strictObject({ kind: z.literal('columns'), column: columnId, ...signed(columnId) }),
  /** A fixed line in some columns: 收入总计 = 本年收入合计 + 上年结转结余. */
  z.strictObject({ kind: z.literal('rows'), row: rowId, columns: z.array(columnId).min(1), ...signed(rowId) }),
  /** One amount from any others. `mayDiffer`: it follows them until a person types something else. */
  z.strictObject({
    kind: z.literal('cell'),
    row: rowId,
    column: columnId,
    ...signed(cellReferenceSchema),
    mayDiffer: z.boolean().default(false),
  }),
  /** Amounts of one column, line by line, from a column of another table: own row → its row. */
  z.strictObject({
    kind: z.literal('from'),
    definition: z.string(),
    column: columnId,
    source: columnId,
    rows: z.record(rowId, z.string()),
    mayDiffer: z.boolean().default(false),
  }),
]);
export type TableFormula = z.infer<typeof formulaSchema>;

/** What stands below a table without lines: the field is filled with the text, and emptied again. */
export const emptyNoteSchema = z.strictObject({ field: z.string(), text: z.string().min(1) });

/** A side of a relation: an amount of a table, or the sum of the amounts of all forms of a family (项目支出). */
export const relationTermSchema = z.union([cellReferenceSchema, z.strictObject({ amountsOf: z.string() })]);

/** A relation (勾稽关系) between amounts of this table and other tables or forms of the same unit and year. */
export const relationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  /** For people: 收入总计 = 支出总计. */
  name: z.string().min(1),
  left: z.array(relationTermSchema).min(1),
  right: z.array(relationTermSchema).min(1),
  /** `atLeast`: the left side is not below the right one. */
  compare: z.enum(['equal', 'atLeast']).default('equal'),
  /** `warning`: what differs may have a reason. */
  severity: z.enum(['error', 'warning']).default('error'),
  /** The relation only holds where all these amounts are 0 or empty; `says` names the condition. */
  when: z.strictObject({ zero: z.array(cellReferenceSchema).min(1), says: z.string().min(1) }).optional(),
});

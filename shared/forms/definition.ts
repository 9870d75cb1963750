import { z } from 'zod';
import { quoteSchema } from '../narrative/quote.ts';
import {
  cellReferenceSchema,
  emptyNoteSchema,
  fixedRowSchema,
  formulaSchema,
  relationSchema,
  rowGroupsSchema,
  subjectTreeSchema,
} from './table-language.ts';

/**
 * A form definition (表样): one official form as data. Nothing in the code names a locality; a new one is a
 * JSON file under `resources/forms/`. `docs/form-definitions.md` teaches writing one and explains every part; a test holds
 * it to that. Numbers of parts are limited far above what any form has: a file from outside must not cost minutes.
 */

const id = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/u, '标识须以小写字母开头，最多一个点');

/** What a field or a column holds. */
export const valueTypeSchema = z.enum([
  'text',
  'longText',
  /** Running text of a document: each line is a paragraph, printed as one; blank lines say nothing. */
  'paragraphs',
  'amount',
  'period',
  'category',
  /** A whole target in one cell: `≥90%`. */
  'target',
  /** The sign of a target that has columns of its own: = ≥ ≤ > < or words such as 文字描述. */
  'operator',
  /** A figure or words, as typed: the value column of such a target, a step of a payment plan. */
  'figure',
  /** The code of a subject (科目编码): digits. */
  'code',
]);
export type ValueType = z.infer<typeof valueTypeSchema>;

export const fieldSchema = z.strictObject({
  id,
  /** The label as a person knows it, also outside the paper (`实施期金额`). */
  label: z.string().min(1),
  /** Other labels that documents write in front of it in its cell (`部门：…`), where the form writes none. */
  aliases: z.array(z.string().min(1)).optional(),
  type: valueTypeSchema,
  required: z.boolean().default(false),
  maxLength: z.int().positive().optional(),
  help: z.string().optional(),
  /** What a new form says here: `{fiscalYear}`, `{lastYear}` and figures by the ids of `quotes` are filled in. */
  draft: z.string().optional(),
  /** For `category`: the usual values, offered but not enforced. */
  options: z.array(z.string()).optional(),
});
export type FieldDefinition = z.infer<typeof fieldSchema>;

/** A node of a category tree (一级指标 → 二级指标). */
export interface CategoryNode {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
  /** True where a form without an indicator in this category is incomplete. */
  readonly required?: boolean | undefined;
  readonly children?: readonly CategoryNode[] | undefined;
}
const categorySchema: z.ZodType<CategoryNode> = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  required: z.boolean().optional(),
  get children() {
    return z.array(categorySchema).optional();
  },
});

export const columnSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/u, '标识须以小写字母开头，只用字母和数字'),
  label: z.string().min(1),
  type: valueTypeSchema,
  required: z.boolean().default(false),
  maxLength: z.int().positive().optional(),
  help: z.string().optional(),
  /** The text column whose side of a two-sided table it is on; a line without a text there has no amount here. */
  beside: z.string().optional(),
});
export type ColumnDefinition = z.infer<typeof columnSchema>;

export const tableSchema = z.strictObject({
  id,
  label: z.string().min(1),
  columns: z.array(columnSchema).min(1).max(60),
  /** Columns, outermost first, whose equal neighbours are one merged cell on paper (一级指标, 二级指标). */
  groupBy: z.array(z.string()).default([]),
  /** The tree behind the `groupBy` columns: first level for the first column, and so on. */
  categories: z.array(categorySchema).default([]),
  /**
   * Columns, outermost of `groupBy`, that are printed once for this table and those beside it (`repeat` names them all
   * and each shares the column). Rows with equal texts there stand side by side; one with nothing else says nothing.
   */
  shares: z.array(z.string()).default([]),
  maxRows: z.int().positive().max(5000).default(500),
  /**
   * Where the form prints every category, also one without an entry: what stands in its columns then
   * (`{ "level3": "无", "target": "无" }`).
   */
  emptyCategory: z.record(z.string(), z.string()).optional(),
  /** Budget tables, of which a table is at most one: lines that never change, lines by subject, lines in groups. */
  fixed: z.array(fixedRowSchema).min(1).optional(),
  tree: subjectTreeSchema.optional(),
  groups: rowGroupsSchema.optional(),
  formulas: z.array(formulaSchema).default([]),
  emptyNote: emptyNoteSchema.optional(),
});
export type TableDefinition = z.infer<typeof tableSchema>;

const spans = {
  columnSpan: z.int().positive().default(1),
  rowSpan: z.int().positive().default(1),
  align: z.enum(['left', 'center', 'right']).optional(),
};

/** A printed label. `aliases` are other wordings met in real documents, used for recognition only. */
export const labelCellSchema = z.strictObject({ label: z.string(), aliases: z.array(z.string()).optional(), ...spans });
/** A cell that shows one field. */
export const fieldCellSchema = z.strictObject({ field: id, ...spans });
/**
 * Text with fields in it, e.g. `填报单位（盖章）{reportingUnit}`, `（{fiscalYear}年度）`, `{ordinal}、{projectName}绩效目标表`.
 * Read backwards, the fixed part must be there (or that of an alias) and what stands in the place of a field is its
 * value. A form printed alone has no `ordinal`: then the first alias without one is printed. In the same way an alias that
 * leaves out fields is printed where those are empty (`中期目标（{goalYears}）`, `中期目标`).
 */
export const templateCellSchema = z.strictObject({
  template: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  ...spans,
});
/**
 * A label in a repeated row; `{n}` is the row's number from 1 (`目标{n}`, 序号). `onlyFilled`: blank in a row that is
 * printed although the table has none.
 */
export const numberCellSchema = z.strictObject({
  number: z.string().min(1),
  table: id.optional(),
  onlyFilled: z.boolean().default(false),
  ...spans,
});
/**
 * A paragraph of a repeated `line` row with its number and columns in it: `{n}、{goal}`. Paragraphs after it that have no
 * number of their own go on with its last column, where that holds `paragraphs`.
 */
export const itemCellSchema = z.strictObject({
  item: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  table: id.optional(),
  ...spans,
});
export type ItemCell = z.infer<typeof itemCellSchema>;
/** A cell of a repeated row. `table` is needed only when the row runs over several tables side by side. */
export const columnCellSchema = z.strictObject({ column: z.string(), table: id.optional(), ...spans });
export type ColumnCell = z.infer<typeof columnCellSchema>;

export const staticRowSchema = z.strictObject({
  /** `part`: the heading of a part of a document (一、总体目标), outside the ruled table. */
  kind: z.enum(['title', 'part', 'line', 'table', 'heading']).default('table'),
  cells: z.array(z.union([labelCellSchema, fieldCellSchema, templateCellSchema])).min(1),
  /** The stamp (填报单位（盖章）) is placed on this row's first cell. */
  stamp: z.boolean().default(false),
  /** A text that runs on: the paragraphs after this row, up to the next form, belong to its last field. */
  runsOn: z.boolean().default(false),
  /** Documents of others may lack it (栏次): it counts for nothing where the form is recognised. */
  optional: z.boolean().default(false),
  /** Printed only where one of its fields is filled in: a note below the table. */
  onlyFilled: z.boolean().default(false),
});
export type StaticRow = z.infer<typeof staticRowSchema>;

export const repeatRowSchema = z.strictObject({
  /** `line`: a list of paragraphs outside the ruled table. */
  kind: z.enum(['table', 'line']).default('table'),
  /** The table (or tables, side by side) whose rows are printed, one below the other. */
  repeat: z.array(id).min(1),
  cells: z.array(z.union([columnCellSchema, numberCellSchema, itemCellSchema])).min(1),
  /** Rows printed at least; the form shows empty ones when there are fewer. */
  minRows: z.int().nonnegative().max(200).default(1),
});
export type RepeatRow = z.infer<typeof repeatRowSchema>;

/** Rows with a label beside all of them (资金投入（万元） beside three rows). */
export const blockSchema = z.strictObject({
  side: labelCellSchema.omit({ rowSpan: true }).extend({ stacked: z.boolean().default(false) }),
  rows: z
    .array(z.union([staticRowSchema, repeatRowSchema]))
    .min(1)
    .max(100),
});
export type LayoutBlock = z.infer<typeof blockSchema>;

export const layoutSchema = z.strictObject({
  /** Shares of the printable width, one per column. */
  columnWidths: z.array(z.number().positive()).min(1).max(60),
  rows: z
    .array(z.union([staticRowSchema, repeatRowSchema, blockSchema]))
    .min(1)
    .max(300),
  /** Lines met in documents after the form (`第二部分`): a text that runs on ends there. */
  endsBefore: z.array(z.string().min(1)).default([]),
  /** Other forms may stand between its parts, as tables do in the text of a disclosure book. */
  mayBeInterrupted: z.boolean().default(false),
});

export const stepSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  fields: z.array(id).default([]),
  tables: z.array(id).default([]),
});
export type WizardStep = z.infer<typeof stepSchema>;

/** Reconciliation (勾稽关系) as data. */
export const ruleSchema = z.discriminatedUnion('kind', [
  /**
   * A total and its parts: fields, or columns of a table as `table.column`. A total that is a column is the sum of each
   * row; a part that is a column stands for all of its rows (the last line of a table).
   */
  z.strictObject({ kind: z.literal('sum'), total: id, parts: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('notAbove'), value: id, limit: id }),
  /** A payment plan (支出计划): what is paid by each date, counted from the start of the year, earliest first. */
  z.strictObject({ kind: z.literal('plan'), steps: z.array(id).min(2), budget: id.optional() }),
]);
export type FormRule = z.infer<typeof ruleSchema>;

/**
 * What became of the parts of older versions, for forms that move on to this one (a year carried forward, a program that
 * ships a newer version): a part that is called otherwise here keeps what was typed into it.
 */
export const upgradeSchema = z.strictObject({
  /** The last version that had the old names. */
  from: z.int().positive(),
  /** Old name → new name, of fields (`manager`), tables (`works`) and columns (`works.cost`, of the table's new name). */
  renamed: z.record(z.string(), z.string()),
});

const definitionShape = z.strictObject({
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, '编号只用小写字母、数字和连字符'),
  version: z.int().positive(),
  /** What kind of form it is, across localities: `project-target`, `unit-target`, … */
  family: z.string().min(1),
  /** Name of the form, e.g. 项目绩效目标表. */
  name: z.string().min(1),
  region: z.string().min(1),
  years: z.strictObject({ from: z.int(), to: z.int().optional() }),
  amountUnit: z.enum(['元', '万元']),
  /** Digits after the point that computed amounts have at least. */
  decimals: z.int().nonnegative().default(2),
  /** The tables that belong together in one budget, and the place of this one among them, from 1. */
  set: z.strictObject({ id: z.string().min(1), position: z.int().positive() }).optional(),
  paper: z.strictObject({
    orientation: z.enum(['portrait', 'landscape']),
    /** Small type and low rows in the ruled table, so that long and wide tables stand on a page. */
    dense: z.boolean().default(false),
  }),
  /** Which field names a record, gives its unit, its amount; for lists. */
  summary: z.strictObject({
    /** The form's name unless told: a unit has one of it. */
    title: id.optional(),
    unit: id.optional(),
    amount: id.optional(),
    /** The amount where it is one of a table. */
    amountCell: cellReferenceSchema.omit({ definition: true }).extend({ table: id }).optional(),
  }),
  fields: z.array(fieldSchema).max(500).default([]),
  tables: z.array(tableSchema).max(30).default([]),
  steps: z.array(stepSchema).min(1).max(50),
  layout: layoutSchema,
  rules: z.array(ruleSchema).default([]),
  upgrades: z.array(upgradeSchema).default([]),
  relations: z.array(relationSchema).default([]),
  /** Figures of tables that its texts quote. */
  quotes: z.array(quoteSchema).default([]),
});
export const definitionSchema = definitionShape.refine(
  ({ fields, tables }) => fields.length + tables.length > 0,
  '至少要有一个字段或一张表',
);
export type FormDefinition = z.infer<typeof definitionSchema>;

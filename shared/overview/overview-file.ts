import { z } from 'zod';
import { cellReferenceSchema } from '../forms/table-language.ts';

/**
 * What the overview (概览) draws, as data: which table, line and column each figure comes from. One file under
 * `resources/overview/` for each set of budget tables; nothing in the code names one.
 */

const definitionId = z.string().min(1);
const partId = z.string().min(1);

/** An amount of a named table. */
const cellSchema = cellReferenceSchema.extend({ definition: definitionId });
export type OverviewCell = z.infer<typeof cellSchema>;

const linesSchema = z.discriminatedUnion('kind', [
  /** Some lines of a table, in one column; called by what is printed in the line. */
  z.strictObject({
    kind: z.literal('rows'),
    definition: definitionId,
    rows: z.array(partId).min(1),
    column: partId,
  }),
  /** Some columns of one line; called by the columns' labels. */
  z.strictObject({
    kind: z.literal('columns'),
    definition: definitionId,
    row: partId,
    columns: z.array(partId).min(1),
  }),
  /** The subjects that are added straight to the 合计 of a table by subject: its 类, where they are there. */
  z.strictObject({ kind: z.literal('subjects'), definition: definitionId, column: partId }),
  /** Forms of some families, added up for each form definition. Drawn where there are at least two. */
  z.strictObject({ kind: z.literal('formGroups'), families: z.array(partId).min(1) }),
  /** The forms of some families with the largest amounts, and what the others come to. */
  z.strictObject({
    kind: z.literal('largestForms'),
    families: z.array(partId).min(1),
    most: z.int().min(1).max(50),
  }),
]);
export type OverviewLines = z.infer<typeof linesSchema>;

export const overviewFileSchema = z.strictObject({
  id: partId,
  /** What all its amounts are shown in. */
  amountUnit: z.enum(['元', '万元']),
  /** The amounts above the figures. */
  totals: z.array(z.strictObject({ title: z.string().min(1), cell: cellSchema })).default([]),
  figures: z.array(
    z.strictObject({
      id: partId,
      title: z.string().min(1),
      /** `bars`: one bar a line, for comparing; `parts`: one bar cut into few parts, for shares of a whole. */
      chart: z.enum(['bars', 'parts']),
      lines: linesSchema,
      /** What the lines should come to; told where they do not. */
      total: cellSchema.optional(),
      /** Keeps lines without an amount. */
      keepsEmpty: z.boolean().default(false),
    }),
  ),
});
export type OverviewFile = z.infer<typeof overviewFileSchema>;
export type FigureFile = OverviewFile['figures'][number];

/** The tables a file draws on, by definition id. */
export function tablesOf(file: OverviewFile): ReadonlySet<string> {
  const cells = [...file.totals.map(({ cell }) => cell), ...file.figures.flatMap(({ total }) => total ?? [])];
  const sources = file.figures.flatMap(({ lines }) => ('definition' in lines ? lines.definition : []));
  return new Set([...cells.map(({ definition }) => definition), ...sources]);
}

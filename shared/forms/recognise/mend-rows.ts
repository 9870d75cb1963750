import type { GridRow } from '../../grid/grid.ts';
import type { AlignedRow } from './find-forms.ts';
import type { FormTemplate } from './form-template.ts';
import { HeadingColumns } from './heading-columns.ts';
import { matchRow, sourceCells } from './match-row.ts';
import { mendCategories, mendCentredCategories, mendCutValues } from './mend-cells.ts';
import { mendLooseText } from './mend-loose-text.ts';
import type { MendedRow, Remark } from './mended-row.ts';

/**
 * What a scan or a converter has torn apart, put together again before the form is read: texts that stand beside their
 * row, rows that became running text, categories that drifted out of the table. All of it is guessed; every guess has
 * a remark, and what is not certain enough stays where it was.
 */

const GUESSED: Remark = { column: '', message: '原文没有标明各格从哪里分开，已按内容归到各列，请核对这一行' };

function placeRows(template: FormTemplate, sourceRows: readonly GridRow[], rows: readonly AlignedRow[]): MendedRow[] {
  const headings = new HeadingColumns();
  return rows.flatMap(({ index, row }): MendedRow[] => {
    const source = sourceRows[index];
    if (!source) return [];
    if (row && row.labelCount > 0 && row.repeat.length === 0) {
      headings.hear(row, matchRow(template, row, sourceCells(source)).assignments);
    } else if (row) headings.endHeading();
    // The headings of another table will tell otherwise.
    const live = row && headings.mapFor(row);
    const places = new Map((row?.cells ?? []).map(({ column }) => [column, live?.(column) ?? column]));
    const remarks = source.recut === 'guessed' ? [GUESSED] : [];
    return [{ source, row, remarks, columnMap: (column) => places.get(column) ?? column }];
  });
}

/** The rows of one form, mended. They may be fewer or more than before; no text of them is lost. */
export function mendRows(
  template: FormTemplate,
  sourceRows: readonly GridRow[],
  rows: readonly AlignedRow[],
): readonly MendedRow[] {
  const placed = placeRows(template, sourceRows, rows).flatMap((mended) => {
    if (mended.row === null) return [mended];
    return mended.row.repeat.length > 0
      ? mendCategories(template, mended.row, mended)
      : [mendCutValues(template, mended.row, mended)];
  });
  const whole = placed.every(({ row }) => row !== null) ? placed : mendLooseText(template, placed);
  return mendCentredCategories(template, whole);
}

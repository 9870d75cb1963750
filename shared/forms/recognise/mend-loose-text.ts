import type { FormTemplate, TemplateRow, ValueCell } from './form-template.ts';
import { categoryName, matchRow, sourceCells } from './match-row.ts';
import { categoryCells, isWithoutCategory, withCategory } from './mend-cells.ts';
import { mendRunningText } from './mend-running-text.ts';
import type { MendedRow } from './mended-row.ts';
import { looseRows, plainCell, repeatAround } from './mended-row.ts';
import { loneText, sideLabels } from './strays.ts';

/** Mends what stands within a form in rows that fit none of it. */
export function mendLooseText(template: FormTemplate, rows: readonly MendedRow[]): MendedRow[] {
  const labels = sideLabels(template);
  const loose = looseRows(rows);
  const withoutLabels = rows.filter((row) => !loose.has(row) || !labels.has(loneText(row.source)));
  return mendOpenLabels(template, mendRunningText(template, mendStrayCategories(withoutLabels, loose), loose));
}

/**
 * A category on a line of its own, between the rows of its table, drifted out of a merged cell: the first one belongs
 * to the rows from the table's first on that have none, any other to the row after it.
 */
function mendStrayCategories(rows: readonly MendedRow[], loose: ReadonlySet<MendedRow>): MendedRow[] {
  const mended: (MendedRow | null)[] = [...rows];
  for (const [index, row] of rows.entries()) {
    const { source } = row;
    const text = loose.has(row) ? loneText(source) : '';
    const repeat = text === '' ? undefined : repeatAround(rows, index)?.row;
    const cell = repeat && categoryCells(repeat).find((own) => categoryName(own, text) !== undefined);
    if (!cell) continue;
    const isOpen = (other: MendedRow | null | undefined): other is MendedRow =>
      other?.row === repeat && isWithoutCategory(cell, other);
    const first = mended.findIndex((other) => other?.row === repeat);
    const next = mended.findIndex((other, at) => at > index && other?.row === repeat);
    const target = [first, next].find((at) => isOpen(mended[at]));
    const held = target === undefined ? undefined : mended[target];
    if (target === undefined || !held) continue;
    const written = source.cells.map((own) => own.text.trim()).join(' ');
    const message = `原文的“${written}”不在表格的行里，按位置判断`;
    mended[target] = withCategory(held, cell, categoryName(cell, text) ?? text, message);
    mended[index] = null;
  }
  return mended.filter((row) => row !== null);
}

/** The value that a row with its label, but nothing behind it, waits for. */
function openValue(template: FormTemplate, row: TemplateRow | null, { source }: MendedRow): ValueCell | undefined {
  if (row === null || row.repeat.length > 0 || row.runsOnWith !== null) return undefined;
  const value = row.cells.at(-1);
  const label = row.cells.at(-2);
  if (value?.kind !== 'value' || (value.type !== 'text' && value.type !== 'longText')) return undefined;
  const { assignments } = matchRow(template, row, sourceCells(source));
  return assignments.at(-1)?.cell === label ? value : undefined;
}

function withValue(label: MendedRow, value: ValueCell, texts: readonly string[]): MendedRow {
  const cells = [
    ...label.source.cells.filter((cell) => cell.text.trim() !== ''),
    plainCell(texts.join('\n'), value.column),
  ];
  const message = '标签与内容不在同一行，按前后位置判断';
  return { ...label, source: { ...label.source, cells }, remarks: [...label.remarks, { column: value.id, message }] };
}

/** A label alone in its row has its value in the text below it. */
function mendOpenLabels(template: FormTemplate, rows: readonly MendedRow[]): MendedRow[] {
  const mended: MendedRow[] = [];
  let open: { readonly label: MendedRow; readonly value: ValueCell; readonly texts: string[] } | undefined;
  for (const row of rows) {
    const [text, ...others] = row.row === null ? sourceCells(row.source).map((cell) => cell.text) : [];
    const mayTake = open && (open.value.type === 'longText' || open.texts.length === 0);
    if (open && mayTake && text !== undefined && others.length === 0) {
      // Nothing else was kept since the label.
      open.texts.push(text);
      mended[mended.length - 1] = withValue(open.label, open.value, open.texts);
      continue;
    }
    const value = openValue(template, row.row, row);
    open = value && { label: row, value, texts: [] };
    mended.push(row);
  }
  return mended;
}

import type { GridRow } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';
import type { FormTemplate } from './form-template.ts';

/**
 * Texts of a form that a scan or a converter may put on lines of their own, because they stand in merged cells beside
 * many rows: labels at the side, and categories.
 */

/** Labels beside several rows, as they are compared; they say nothing of their own wherever they stand. */
export function sideLabels(template: FormTemplate): ReadonlySet<string> {
  const cells = template.rows.flatMap((row) => row.cells);
  const texts = cells.flatMap((cell) => (cell.kind === 'label' && cell.isOptional ? cell.texts : []));
  return new Set(texts.filter((text) => text !== ''));
}

/** Side labels and known categories, as they are compared. */
export function strayTexts(template: FormTemplate): ReadonlySet<string> {
  const names = template.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => (cell.kind === 'value' && cell.names !== null ? [...cell.names.keys()] : []));
  return new Set([...sideLabels(template), ...names]);
}

/** The text of a paragraph as it is compared; `""` for a row of a table. */
export function loneText(source: GridRow): string {
  return source.kind === 'line' ? normaliseLabel(source.cells.map((cell) => cell.text).join('')) : '';
}

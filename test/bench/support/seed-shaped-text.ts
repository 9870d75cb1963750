import { layOut } from '../../../shared/forms/lay-out.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import { textOf } from '../../support/source-sheets.ts';
import { benchDefinition, inventedForms } from './invented-forms.ts';

/** How many forms the documents have that the first locality publishes; about 35 kB. */
export const SEED_FORMS = 22;

function textOfRow({ kind, cells }: GridRow): string {
  const text = cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t');
  return kind === 'line' ? `${text}\n` : text;
}

/**
 * Invented forms as the text of a published document: a line of tab-separated cells for each row of the table, merged
 * cells empty, titles and the stamp line between blank lines.
 */
export function seedShapedText(): string {
  const grids = inventedForms(SEED_FORMS).map((content) => layOut(benchDefinition, content));
  const texts = grids.map((grid) => {
    const rows = textOf(grid).sheets.flatMap((sheet) => sheet.rows);
    return rows.map(textOfRow).join('\n');
  });
  return `${texts.join('\n\n\n')}\n`;
}

import { layOut } from '../../../shared/forms/lay-out.ts';
import type { Grid } from '../../../shared/grid/grid.ts';
import { columnCount } from '../../../shared/grid/grid.ts';
import { benchDefinition, inventedForms } from './invented-forms.ts';

/** How many forms the documents have that the first locality publishes; about 35 kB. */
export const SEED_FORMS = 22;

function textOfGrid(grid: Grid): string {
  const width = columnCount(grid.rows);
  const lines = grid.rows.flatMap((row) => {
    if (row.kind === 'line') return row.cells.flatMap((cell) => [cell.text, '']);
    const texts: string[] = new Array(width).fill('');
    for (const cell of row.cells) texts[cell.column] = cell.text.replaceAll('\n', ' ');
    return [texts.join('\t')];
  });
  return lines.join('\n');
}

/**
 * Invented forms as the text of a published document: a line of tab-separated cells for each row of the table, merged
 * cells empty, titles and the stamp line between blank lines.
 */
export function seedShapedText(count: number = SEED_FORMS): string {
  const forms = inventedForms(count).map((content) => textOfGrid(layOut(benchDefinition, content)));
  return `${forms.join('\n\n\n')}\n`;
}

import type { FormTemplate, PatternCell } from './form-template.ts';
import type { RepeatReading } from './read-repeat-row.ts';

/** The numbered paragraphs of a table, where it has any. */
function itemCell(template: FormTemplate, table: string): PatternCell | undefined {
  const row = template.rows.find((candidate) => candidate.itemRunsOnWith !== null && candidate.repeat.includes(table));
  const [cell] = row?.cells ?? [];
  return cell?.kind === 'pattern' ? cell : undefined;
}

/** Where the item with a number begins inside a text: after the end of a sentence. */
function placeOf(cell: PatternCell, text: string, ordinal: number): { start: number; end: number } | undefined {
  for (const { leadOf } of cell.variants) {
    if (leadOf === null) continue;
    const found = new RegExp(`(?<=[。；;.！!？?\\s])\\s*${leadOf(ordinal)}`, 'u').exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/**
 * Divides paragraphs in which the next item of a list stands as well (`42、…。43、…`), where that number comes nowhere
 * else.
 */
export function splitItems(
  template: FormTemplate,
  table: string,
  readings: readonly RepeatReading[],
): readonly RepeatReading[] {
  const cell = itemCell(template, table);
  const column = cell?.variants[0]?.fields.at(-1);
  if (!cell || column === undefined) return readings;
  const numbers = new Set(readings.map(({ ordinal }) => ordinal));
  return readings.flatMap((reading) => {
    const items: RepeatReading[] = [];
    let open = reading;
    for (let next = (reading.ordinal ?? Number.NaN) + 1; !Number.isNaN(next) && !numbers.has(next); next += 1) {
      const text = open.cells[column] ?? '';
      const place = placeOf(cell, text, next);
      if (!place) break;
      items.push({ ...open, cells: { ...open.cells, [column]: text.slice(0, place.start).trim() } });
      const notes = [{ column, message: `原文与第${next - 1}项写在一段，按编号分开` }];
      open = { ...open, cells: { ...open.cells, [column]: text.slice(place.end).trim() }, ordinal: next, notes };
    }
    return [...items, open];
  });
}

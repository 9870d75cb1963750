import { type AnswerRow, withField, withRows } from '../../domain/answers.ts';
import type { GridRow } from '../../grid/grid.ts';
import { type Cursor, loneText } from './exact-cursor.ts';
import type { FormTemplate, TemplateRow } from './form-template.ts';
import { isLineAfterForm, patternValues } from './match-row.ts';

/** Where text that runs on may have to stop, by index of a source row. */
export interface RunEnds {
  /** The form's own next row stands here. */
  readonly isNextRow: (index: number) => boolean;
  /** Another form begins here, word for word. */
  readonly isForm: (index: number) => boolean;
  /** The row could be the title of a form that does not read word for word. */
  readonly isTitle: (index: number) => boolean;
}

/** First row after the paragraphs that begin at the cursor. */
function endOfRun(
  template: FormTemplate,
  row: TemplateRow,
  sources: readonly GridRow[],
  start: number,
  ends: RunEnds,
): number {
  const isLast = template.rows.at(-1) === row;
  let end = start;
  for (; end < sources.length && loneText(row, sources[end]) !== undefined; end += 1) {
    if (isLast ? isAfterForm(template, sources[end]) || ends.isForm(end) : ends.isNextRow(end)) return end;
  }
  if (!isLast || end === sources.length) return end;
  // What comes is no paragraph: the title above it is its own.
  for (let index = end - 1; index > start; index -= 1) if (ends.isTitle(index)) return index;
  return end;
}

function isAfterForm(template: FormTemplate, source: GridRow | undefined): boolean {
  return source !== undefined && isLineAfterForm(template, source);
}

/** Reads the paragraphs of a field by position. */
export function readParagraphs(
  template: FormTemplate,
  row: TemplateRow,
  sources: readonly GridRow[],
  cursor: Cursor,
  ends: RunEnds,
): Cursor | null {
  const end = endOfRun(template, row, sources, cursor.index, ends);
  if (end === cursor.index) return null;
  const texts = sources.slice(cursor.index, end).map((source) => loneText(row, source) ?? '');
  return { ...cursor, answers: withField(cursor.answers, row.runsOnWith ?? '', texts.join('\n')), index: end };
}

/** Reads a list of numbered paragraphs by position; paragraphs without the next number go on with the one above. */
export function readItems(
  template: FormTemplate,
  row: TemplateRow,
  sources: readonly GridRow[],
  cursor: Cursor,
  ends: RunEnds,
): Cursor | null {
  const [cell] = row.cells;
  if (cell?.kind !== 'pattern' || cell.table === null) return null;
  const column = row.itemRunsOnWith;
  const items: AnswerRow[] = [];
  const end = endOfRun(template, row, sources, cursor.index, ends);
  for (const source of sources.slice(cursor.index, end)) {
    const text = loneText(row, source) ?? '';
    const values = patternValues(cell, text)?.values;
    const last = items.at(-1);
    if (values?.get('ordinal') === String(items.length + 1)) {
      items.push(Object.fromEntries([...values].filter(([field]) => field !== 'ordinal')));
    } else if (last && column !== null)
      items[items.length - 1] = { ...last, [column]: `${last[column] ?? ''}\n${text}` };
    else return null;
  }
  if (items.length === 0) return null;
  return { ...cursor, answers: withRows(cursor.answers, cell.table, items), index: end };
}

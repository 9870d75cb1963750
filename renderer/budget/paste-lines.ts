import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { emptyRow } from '../../shared/forms/shape.ts';
import { isTopRow } from '../../shared/forms/table-rows.ts';
import type { Block, PasteOutcome } from '../sheet/paste-block.ts';
import { fitBlock } from '../sheet/paste-block.ts';
import type { CellRange } from '../sheet/selection.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import type { Applied, BudgetEditing, CellText } from './editing.ts';
import { lineOfCode, placeLine } from './lines.ts';
import { words } from './words.ts';

/** Lines with the places that the rows of a block go to. */
interface Targets {
  readonly rows: Rows;
  /** The line of each row of the block; undefined where there is none. */
  readonly lines: readonly (AnswerRow | undefined)[];
}

/** Row by row from the range's first on; lines are added behind the last one where the table takes more. */
function byPosition(table: TableDefinition, rows: Rows, top: number, count: number): Targets {
  const isGrowing = table.fixed === undefined && table.tree === undefined;
  const most = isGrowing ? table.maxRows : rows.length;
  const next = [...rows];
  while (next.length < Math.min(top + count, most)) next.push(emptyRow(table));
  return { rows: next, lines: Array.from({ length: count }, (_, offset) => next[top + offset]) };
}

/** By code: a line that is there is filled in, any other is added in its place. */
function byCode(
  table: TableDefinition,
  rows: Rows,
  block: readonly CellTexts[],
  nameOf: (code: string) => string,
): Targets {
  const { tree } = table;
  if (!tree) return { rows, lines: [] };
  let next = rows;
  const lines = block.map((texts) => {
    const code = (texts[tree.code] ?? '').trim();
    const name = (texts[tree.name] ?? '').trim();
    if (code === '') return next.find((row) => isTopRow(table, row) && isTopRow(table, { ...row, [tree.name]: name }));
    const known = next[lineOfCode(table, next, code)];
    if (known) return known;
    if (next.length >= table.maxRows) return undefined;
    const line = { ...emptyRow(table), [tree.code]: code, [tree.name]: name || nameOf(code) };
    next = placeLine(table, next, line, nameOf).rows;
    return line;
  });
  return { rows: next, lines };
}

interface CellTexts {
  readonly [column: string]: string;
}

/**
 * Writes a block from the clipboard into a budget table from the range's top left cell on. Where it brings codes of
 * subjects, each of its rows goes to the line of its code. What is computed stays so.
 * @param nameOf the name of a subject, `""` where nobody knows it
 */
export function pasteLines(
  editing: BudgetEditing,
  rows: Rows,
  range: CellRange,
  pasted: Block,
  nameOf: (code: string) => string,
): PasteOutcome {
  const { table } = editing;
  const { top, left } = range;
  const block = fitBlock(table, range, pasted);
  const width = Math.min(Math.max(0, ...block.map((row) => row.length)), table.columns.length - left);
  if (width === 0) return { rows, range: null, notice: null };
  const columns = table.columns.slice(left, left + width).map(({ id }) => id);
  const texts = block.map(
    (row): CellTexts => Object.fromEntries(columns.map((id, at) => [id, (row[at] ?? '').normalize('NFKC')])),
  );
  const code = table.tree?.code;
  const hasCodes = code !== undefined && columns.includes(code);
  const { rows: extended, lines } = hasCodes
    ? byCode(table, rows, texts, nameOf)
    : byPosition(table, rows, top, texts.length);
  const places = lines.map((line) => (line === undefined ? -1 : extended.indexOf(line)));
  const cells = places.flatMap((row, at): CellText[] =>
    row < 0
      ? []
      : columns
          .filter((id) => !hasCodes || id !== code)
          .map((column) => ({ row, column, text: texts[at]?.[column] ?? '' })),
  );
  const grown = extended.length === rows.length ? rows : extended;
  const applied = editing.apply(
    rows,
    grown,
    hasCodes ? cells.filter(({ text, column }) => text !== '' || column !== table.tree?.name) : cells,
  );
  const taken = places.filter((place) => place >= 0);
  const [first = top] = taken;
  return {
    rows: applied.rows,
    range:
      taken.length === 0
        ? null
        : { top: Math.min(first, ...taken), bottom: Math.max(...taken), left, right: left + width - 1 },
    notice: noticeOf(applied, places.length - taken.length),
  };
}

/** What found no place, in words; null where all did. */
export function noticeOf({ computed, differing, closed, words: unread }: Applied, lost: number): string | null {
  const parts = [
    ...(computed > 0 && differing > 0 ? [words.refusedComputed(computed) + words.refusedDiffering(differing)] : []),
    ...(closed > 0 ? [words.refusedClosed(closed)] : []),
    ...(unread > 0 ? [words.refusedWords(unread)] : []),
    ...(lost > 0 ? [words.lostRows(lost)] : []),
  ];
  return parts.length === 0 ? null : `${parts.join('；')}。`;
}

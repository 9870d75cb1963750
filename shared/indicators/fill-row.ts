import type { AnswerRow } from '../domain/answers.ts';
import type { CategoryNode, TableDefinition } from '../forms/definition.ts';
import type { IndicatorColumns } from './indicator-columns.ts';
import type { LibraryIndicator } from './library-indicator.ts';
import { outerCategory, standardCategory } from './standard-category.ts';
import { type BegunText, beginTarget, wordsFor } from './target-pattern.ts';

/** What taking an indicator of the library does to a row. */
export interface RowFilling {
  /** Texts by column, to be written. */
  readonly texts: { readonly [column: string]: string };
  /** The cell where the person goes on, begun with sign and unit that count only once a figure is typed. */
  readonly begin: (BegunText & { readonly column: string }) | null;
}

/** What stands in the sign's column of a target that is words, where the form's rows do not show it. */
const WORDS_SIGN = '文字描述';

function findPath(nodes: readonly CategoryNode[], level2: string, depth: number): readonly string[] | undefined {
  for (const node of nodes) {
    if (depth === 1 && standardCategory(node.name) === level2) return [node.name];
    const below = depth > 1 ? findPath(node.children ?? [], level2, depth - 1) : undefined;
    if (below) return [node.name, ...below];
  }
  return undefined;
}

/** A standard category in a form's own words (`1-产出指标`, `11-数量指标`), by column. */
export function formCategory(table: TableDefinition, level2: string): RowFilling['texts'] {
  const { groupBy } = table;
  const standard = groupBy.length === 1 ? [level2] : [outerCategory(level2), level2];
  const path = findPath(table.categories, level2, groupBy.length) ?? standard;
  return Object.fromEntries(groupBy.map((column, depth) => [column, path[depth] ?? '']));
}

const isEmpty = (row: AnswerRow, column: string): boolean => (row[column] ?? '').trim() === '';

/**
 * What an indicator of the library writes into a row: its name; its category where the row has none; sign and unit of
 * its target where there is no target yet. A target that stands there is never touched.
 */
export function fillRow(
  columns: IndicatorColumns,
  row: AnswerRow,
  indicator: LibraryIndicator,
  fiscalYear: number,
): RowFilling {
  const { table, categories, name, target } = columns;
  const hasCategory = categories.some((column) => !isEmpty(row, column));
  const named = { ...(hasCategory ? {} : formCategory(table, indicator.level2)), [name]: indicator.name };
  const { pattern } = indicator;
  if (target.kind === 'whole') {
    const isOpen = pattern !== null && isEmpty(row, target.column);
    return {
      texts: named,
      begin: isOpen ? { column: target.column, ...beginTarget(pattern, fiscalYear) } : null,
    };
  }
  const { operator, value, unit } = target;
  if (pattern === null || ![operator, value, unit].every((column) => isEmpty(row, column))) {
    return { texts: named, begin: null };
  }
  if (pattern.form === 'words') {
    const words = wordsFor(pattern.words[0] ?? '', fiscalYear);
    return { texts: { ...named, [operator]: WORDS_SIGN, [unit]: words }, begin: null };
  }
  return {
    texts: { ...named, [operator]: pattern.operator ?? '', [unit]: pattern.unit },
    begin: { column: value, text: '', caret: 0 },
  };
}

import type { AnswerRow } from '../domain/answers.ts';
import type { CategoryNode, TableDefinition } from '../forms/definition.ts';
import type { CheckedRow } from './cells.ts';
import { rowText } from './cells.ts';

/** A category with the ones it stands in, outermost first: 产出指标 › 数量指标. */
export interface CategoryPath {
  readonly node: CategoryNode;
  readonly parents: readonly CategoryNode[];
}

/** A category's name without what localities add: codes (`11-数量指标`) and the ending 指标. */
function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^[\d.]+[-、.]?/u, '')
    .replace(/指标$/u, '');
}

/** Whether a text names this category, by its name or an alias, with or without code and ending. */
export function namesCategory(text: string, node: CategoryNode): boolean {
  const bare = bareName(text);
  return bare !== '' && [node.name, ...(node.aliases ?? [])].some((name) => bareName(name) === bare);
}

function walk(nodes: readonly CategoryNode[], parents: readonly CategoryNode[]): CategoryPath[] {
  return nodes.flatMap((node) => [{ node, parents }, ...walk(node.children ?? [], [...parents, node])]);
}

/** All categories of a table, every one before those in it. */
export function categoryPaths(table: TableDefinition): CategoryPath[] {
  return walk(table.categories, []);
}

/** Whether a row stands in a category and in all the ones around it. */
export function isInCategory(table: TableDefinition, row: AnswerRow, { node, parents }: CategoryPath): boolean {
  return [...parents, node].every((category, level) =>
    namesCategory(rowText(row, table.groupBy[level] ?? ''), category),
  );
}

/** The categories the definition asks for, with whether a row stands in them. */
export function requiredCategories(
  table: TableDefinition,
  rows: readonly CheckedRow[],
): readonly (CategoryPath & { readonly isPresent: boolean })[] {
  return categoryPaths(table)
    .filter(({ node, parents }) => [...parents, node].every((category) => category.required))
    .map((path) => ({ ...path, isPresent: rows.some(({ row }) => isInCategory(table, row, path)) }));
}

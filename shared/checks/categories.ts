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

function walk(nodes: readonly CategoryNode[], parents: readonly CategoryNode[]): CategoryPath[] {
  return nodes.flatMap((node) => [{ node, parents }, ...walk(node.children ?? [], [...parents, node])]);
}

/** All categories of a table, every one before those in it. */
function categoryPaths(table: TableDefinition): CategoryPath[] {
  return walk(table.categories, []);
}

/** Categories by bare name, worked out once per table definition: rules ask for every row at every keystroke. */
const indexes = new WeakMap<TableDefinition, ReadonlyMap<string, readonly CategoryPath[]>>();

function categoryIndex(table: TableDefinition): ReadonlyMap<string, readonly CategoryPath[]> {
  const known = indexes.get(table);
  if (known) return known;
  const index = new Map<string, CategoryPath[]>();
  for (const path of categoryPaths(table)) {
    const names = new Set([path.node.name, ...(path.node.aliases ?? [])].map(bareName));
    for (const name of names) index.set(name, [...(index.get(name) ?? []), path]);
  }
  indexes.set(table, index);
  return index;
}

/** The categories a text names, by name or alias, with or without code and ending; none for an unknown text. */
export function categoriesNamed(table: TableDefinition, text: string): readonly CategoryPath[] {
  return categoryIndex(table).get(bareName(text)) ?? [];
}

/** Whether a row stands in a category and in all the ones around it. */
export function isInCategory(table: TableDefinition, row: AnswerRow, { node, parents }: CategoryPath): boolean {
  return [...parents, node].every((category, level) =>
    categoriesNamed(table, rowText(row, table.groupBy[level] ?? '')).some((named) => named.node === category),
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

import type { AnswerRow } from '../../shared/domain/answers.ts';
import { pinyinKeys } from '../../shared/domain/pinyin.ts';
import type { CategoryNode, TableDefinition } from '../../shared/forms/definition.ts';
import type { CellTexts } from './sheet-rows.ts';

/** A category one can choose, with all it stands under. */
export interface CategoryOption {
  readonly name: string;
  /** Names from the outermost level down to this one. */
  readonly path: readonly string[];
  /** Everything it can be typed by, folded. */
  readonly keys: { readonly names: readonly string[]; readonly initials: string; readonly full: string };
  /** The only child's name, where there is just one: chosen along. */
  readonly onlyChild: string | null;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/gu, '');

function optionOf(node: CategoryNode, parents: readonly string[]): CategoryOption {
  const [child, ...others] = node.children ?? [];
  return {
    name: node.name,
    path: [...parents, node.name],
    keys: { names: [node.name, ...(node.aliases ?? [])].map(fold), ...pinyinKeys(node.name) },
    onlyChild: child && others.length === 0 ? child.name : null,
  };
}

/** All options of every grouping column, outermost column first. Computed once per table. */
export function categoryLevels(table: TableDefinition): readonly (readonly CategoryOption[])[] {
  let level = table.categories.map((node) => ({ node, parents: [] as readonly string[] }));
  return table.groupBy.map(() => {
    const options = level.map(({ node, parents }) => optionOf(node, parents));
    level = level.flatMap(({ node, parents }) =>
      (node.children ?? []).map((child) => ({ node: child, parents: [...parents, node.name] })),
    );
    return options;
  });
}

/** How well an option fits what was typed; lower is better, undefined is not at all. */
function rankOf(option: CategoryOption, query: string): number | undefined {
  const { names, initials, full } = option.keys;
  if (query === '') return 0;
  if (names.includes(query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (initials.startsWith(query)) return 3;
  if (full.startsWith(query)) return 4;
  if (names.some((name) => name.includes(query))) return 5;
  return initials.includes(query) ? 6 : undefined;
}

/**
 * The options that fit what was typed: Chinese, first letters of the pinyin, or pinyin. Best first, then those
 * under the row's own outer category, then in the form's order.
 */
export function matchOptions(
  options: readonly CategoryOption[],
  typed: string,
  outer: readonly string[],
): readonly CategoryOption[] {
  const query = fold(typed);
  const isUnderOuter = (option: CategoryOption) => outer.every((name, depth) => option.path[depth] === name);
  const ranked = options.flatMap((option) => {
    const rank = rankOf(option, query);
    return rank === undefined ? [] : [{ option, rank: rank * 2 + (isUnderOuter(option) ? 0 : 1) }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ option }) => option);
}

/** The option that was typed out in full, by its name or an alias. */
export function exactOption(
  options: readonly CategoryOption[],
  typed: string,
  outer: readonly string[],
): CategoryOption | undefined {
  return matchOptions(options, typed, outer).find((option) => option.keys.names.includes(fold(typed)));
}

/**
 * The texts that choosing an option writes into a row: itself, the categories it stands under, an only child;
 * and an inner category that belongs elsewhere is emptied.
 */
export function chooseCategory(
  table: TableDefinition,
  levels: readonly (readonly CategoryOption[])[],
  row: AnswerRow,
  option: CategoryOption,
): CellTexts {
  const texts: Record<string, string> = {};
  for (const [depth, name] of option.path.entries()) texts[table.groupBy[depth] ?? ''] = name;
  const depth = option.path.length;
  const inner = table.groupBy[depth];
  if (inner === undefined) return texts;
  const current = row[inner] ?? '';
  const known = (levels[depth] ?? []).filter((candidate) => candidate.name === current);
  const fits = known.some((candidate) => option.path.every((name, at) => candidate.path[at] === name));
  if (option.onlyChild !== null && (current === '' || (known.length > 0 && !fits))) texts[inner] = option.onlyChild;
  else if (known.length > 0 && !fits) texts[inner] = '';
  return texts;
}

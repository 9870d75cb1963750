import type { AnswerRow } from '../domain/answers.ts';
import type { Target } from '../domain/target.ts';
import { parseTarget } from '../domain/target.ts';
import type { FormDefinition, TableDefinition } from '../forms/definition.ts';
import type { CheckedRow } from './cells.ts';
import { rowText } from './cells.ts';

/** A table of indicators: it has categories, a naming column and a column of targets. */
interface IndicatorTable {
  readonly table: TableDefinition;
  readonly nameColumn: string;
  readonly targetColumn: string;
}

/** One indicator of a form. Its texts have no outer white space. */
export interface Indicator {
  readonly table: TableDefinition;
  readonly row: AnswerRow;
  readonly name: string;
  readonly target: string;
  readonly parsed: Target;
  readonly namePath: string;
  readonly targetPath: string;
  /** The innermost category: 数量指标. */
  readonly category: string;
  readonly categoryPath: string;
}

/** A category that a form declares to have no indicator. */
const NONE = /^(?:无|不适用|不涉及|无此项|[/—-]+)$/u;

/** Whether a text says that there is nothing here on purpose. */
export function saysNone(text: string): boolean {
  return NONE.test(text.normalize('NFKC').trim());
}

/** The tables of a form that hold indicators. */
export function indicatorTables(definition: FormDefinition): IndicatorTable[] {
  return definition.tables.flatMap((table) => {
    const name = table.columns.find((column) => column.type === 'text' && !table.groupBy.includes(column.id));
    const target = table.columns.find((column) => column.type === 'target');
    if (!name || !target || table.groupBy.length === 0) return [];
    return [{ table, nameColumn: name.id, targetColumn: target.id }];
  });
}

function indicatorOf({ table, nameColumn, targetColumn }: IndicatorTable, { index, row }: CheckedRow): Indicator {
  const innermost = table.groupBy.findLast((column) => rowText(row, column) !== '') ?? table.groupBy[0] ?? '';
  const path = (column: string): string => `${table.id}.${index}.${column}`;
  const target = rowText(row, targetColumn);
  return {
    table,
    row,
    name: rowText(row, nameColumn),
    target,
    parsed: parseTarget(target),
    namePath: path(nameColumn),
    targetPath: path(targetColumn),
    category: rowText(row, innermost),
    categoryPath: path(innermost),
  };
}

/** All rows of all indicator tables that say something, also those that are only a category. */
export function readIndicators(
  definition: FormDefinition,
  rowsOf: ReadonlyMap<string, readonly CheckedRow[]>,
): Indicator[] {
  return indicatorTables(definition).flatMap((found) =>
    (rowsOf.get(found.table.id) ?? []).map((row) => indicatorOf(found, row)),
  );
}

/** A rate by its name: 覆盖率, 满意度, 占比. Rates of growth may pass 100 %, 频率 and 汇率 are none. */
export function isRateName(name: string): boolean {
  const bare = name.normalize('NFKC').replace(/\([^()]*\)$/u, '');
  return /(?:率|满意度|比例|占比|比重)$/u.test(bare) && !/(?:频|汇|费|利|分辨|功|效|倍)率$/u.test(bare);
}

/** Whether a name speaks of growth, where more than 100 % is possible. */
export function isGrowthName(name: string): boolean {
  return /增长|增幅|增加|提高|提升|上升|超|扩大|翻/u.test(name);
}

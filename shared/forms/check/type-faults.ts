import type { CategoryNode, FormDefinition, ValueType } from '../definition.ts';
import { tableOf } from '../shape.ts';
import { sumTerm } from '../sum-terms.ts';
import { layoutRows } from './layout-walk.ts';
import { type DataPath, errorAt, type Fault, warningAt } from './problem.ts';
import { ruleTerms } from './reference-faults.ts';

/** What is there, but cannot be what it is used as. */
export function typeFaults(definition: FormDefinition): Fault[] {
  const { summary, years, tables } = definition;
  const needs = (path: DataPath, name: string, type: ValueType, words: string): Fault[] => {
    const own = typeOf(definition, name);
    return own === undefined || own === type ? [] : [errorAt(path, `“${name}”不是${words}（类型应为 ${type}）`)];
  };
  return [
    ...(years.to !== undefined && years.to < years.from ? [errorAt(['years', 'to'], '适用年度的止年早于起年')] : []),
    ...(summary.amount === undefined ? [] : needs(['summary', 'amount'], summary.amount, 'amount', '金额')),
    ...definition.rules.flatMap((rule, index) =>
      ruleTerms(rule).flatMap(({ path, name }) =>
        path[0] === 'steps'
          ? needs(['rules', index, ...path], name, 'figure', '数字')
          : needs(['rules', index, ...path], name, 'amount', '金额'),
      ),
    ),
    ...sharingFaults(definition),
    ...tables.flatMap(({ groupBy, categories }, index) => {
      const path = ['tables', index, 'categories'];
      return depthFaults(categories, groupBy.length, path);
    }),
    ...definition.upgrades.flatMap(({ from }, index) =>
      from >= definition.version
        ? [errorAt(['upgrades', index, 'from'], `应早于本表样的第 ${definition.version} 版`)]
        : [],
    ),
    ...definition.fields.flatMap(({ type, options }, index) =>
      options !== undefined && type !== 'category'
        ? [warningAt(['fields', index, 'options'], '可选内容只对类型为 category 的项目起作用')]
        : [],
    ),
  ];
}

/** Tables side by side share the outermost of the columns they group by, and all of them the same. */
function sharingFaults(definition: FormDefinition): Fault[] {
  return definition.tables.flatMap(({ id, groupBy, shares }, index) => {
    if (shares.length === 0) return [];
    const path = ['tables', index, 'shares'];
    const isOutermost = shares.every((column, level) => groupBy[level] === column);
    if (!isOutermost) return [errorAt(path, '共用的列须是合并列中最外面的几列，次序也相同')];
    const beside = layoutRows(definition).flatMap(({ row }) =>
      'repeat' in row && row.repeat.includes(id) ? row.repeat : [],
    );
    const isCommon = beside.every((table) => tableOf(definition, table)?.shares.join() === shares.join());
    return isCommon ? [] : [errorAt(path, '并排的各张表格共用的列须相同')];
  });
}

/** The type of a field, or of a column named `table.column`. */
function typeOf(definition: FormDefinition, name: string): ValueType | undefined {
  const term = sumTerm(definition, name);
  return term?.kind === 'column' ? term.column.type : term?.field.type;
}

function depthFaults(nodes: readonly CategoryNode[], levels: number, path: DataPath): Fault[] {
  const names = nodes.map(({ name }) => name);
  return nodes.flatMap((node, index) => {
    const own = [...path, index];
    if (levels === 0) return index === 0 ? [errorAt(own, '类别的层数超过合并列的个数')] : [];
    return [
      ...(names.indexOf(node.name) < index ? [errorAt([...own, 'name'], `类别“${node.name}”重复`)] : []),
      ...depthFaults(node.children ?? [], levels - 1, [...own, 'children']),
    ];
  });
}

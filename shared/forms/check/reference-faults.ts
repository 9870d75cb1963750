import type { FormDefinition, FormRule } from '../definition.ts';
import { columnOf, fieldOf, tableOf } from '../shape.ts';
import { isPartOf } from '../sum-terms.ts';
import { layoutRows, printedColumns, printedFields } from './layout-walk.ts';
import { type DataPath, errorAt, type Fault } from './problem.ts';

/** Names in a definition that name nothing of it: a field, a table or a column it does not have. */
export function referenceFaults(definition: FormDefinition): Fault[] {
  const field = (path: DataPath, name: string): Fault[] =>
    fieldOf(definition, name) === undefined ? [errorAt(path, `没有编号为“${name}”的项目`)] : [];
  const table = (path: DataPath, name: string): Fault[] =>
    tableOf(definition, name) === undefined ? [errorAt(path, `没有编号为“${name}”的表格`)] : [];
  const column = (path: DataPath, owner: string, name: string): Fault[] => {
    const found = tableOf(definition, owner);
    return found !== undefined && columnOf(found, name) === undefined
      ? [errorAt(path, `表格“${owner}”没有编号为“${name}”的列`)]
      : [];
  };
  const { summary } = definition;
  return [
    ...[
      ['title', summary.title] as const,
      ['unit', summary.unit] as const,
      ['amount', summary.amount] as const,
    ].flatMap(([key, name]) => (name === undefined ? [] : field(['summary', key], name))),
    ...amountCellFaults(definition),
    ...definition.tables.flatMap(({ id, groupBy, emptyCategory, shares }, index) => {
      const path = ['tables', index];
      return [
        ...groupBy.flatMap((name, at) => column([...path, 'groupBy', at], id, name)),
        ...shares.flatMap((name, at) => column([...path, 'shares', at], id, name)),
        ...Object.keys(emptyCategory ?? {}).flatMap((name) => column([...path, 'emptyCategory', name], id, name)),
      ];
    }),
    ...definition.steps.flatMap((step, index) => [
      ...step.fields.flatMap((name, at) => field(['steps', index, 'fields', at], name)),
      ...step.tables.flatMap((name, at) => table(['steps', index, 'tables', at], name)),
    ]),
    ...definition.rules.flatMap((rule, index) =>
      ruleTerms(rule).flatMap(({ path, name }) => {
        const at = ['rules', index, ...path];
        // A sum may also speak of columns, but not of those of two tables at once.
        if (rule.kind !== 'sum') return field(at, name);
        return isPartOf(definition, name, rule.total) ? [] : [errorAt(at, `没有“${name}”这个项目或同一张表格的列`)];
      }),
    ),
    ...definition.upgrades.flatMap(({ renamed }, index) =>
      Object.entries(renamed).flatMap(([old, name]) =>
        isNamed(definition, name)
          ? []
          : [errorAt(['upgrades', index, 'renamed', old], `没有“${name}”这个项目、表格或列`)],
      ),
    ),
    ...printedFields(definition).flatMap(({ path, name }) => field(path, name)),
    ...layoutRows(definition).flatMap(({ row, path }) =>
      'repeat' in row
        ? [
            ...row.repeat.flatMap((name, at) => table([...path, 'repeat', at], name)),
            ...row.cells.flatMap((cell, at) =>
              cell.table === undefined ? [] : table([...path, 'cells', at, 'table'], cell.table),
            ),
          ]
        : [],
    ),
    ...printedColumns(definition).flatMap(({ path, table: owner, name }) => column(path, owner, name)),
  ];
}

function amountCellFaults(definition: FormDefinition): Fault[] {
  const cell = definition.summary.amountCell;
  if (cell === undefined) return [];
  const path = ['summary', 'amountCell'];
  const table = tableOf(definition, cell.table);
  if (table === undefined) return [errorAt([...path, 'table'], `没有编号为“${cell.table}”的表格`)];
  return columnOf(table, cell.column) === undefined
    ? [errorAt([...path, 'column'], `表格“${cell.table}”没有编号为“${cell.column}”的列`)]
    : [];
}

/** Whether a name is a field, a table or (`works.cost`) a column of one. */
function isNamed(definition: FormDefinition, name: string): boolean {
  // A name that versions in between had is renamed again.
  if (definition.upgrades.some(({ renamed }) => Object.hasOwn(renamed, name))) return true;
  if (fieldOf(definition, name) !== undefined || tableOf(definition, name) !== undefined) return true;
  const [head = '', part = ''] = name.split('.');
  const table = tableOf(definition, head);
  return table !== undefined && columnOf(table, part) !== undefined;
}

/** A field (or, in a sum, a column) a rule speaks of, with its place in the rule. */
interface RuleTerm {
  readonly path: DataPath;
  readonly name: string;
}

/** What a rule speaks of. */
export function ruleTerms(rule: FormRule): RuleTerm[] {
  const listed = (key: string, names: readonly string[]) => names.map((name, index) => ({ path: [key, index], name }));
  switch (rule.kind) {
    case 'sum':
      return [{ path: ['total'], name: rule.total }, ...listed('parts', rule.parts)];
    case 'notAbove':
      return [
        { path: ['value'], name: rule.value },
        { path: ['limit'], name: rule.limit },
      ];
    case 'plan':
      return [
        ...listed('steps', rule.steps),
        ...(rule.budget === undefined ? [] : [{ path: ['budget'], name: rule.budget }]),
      ];
  }
}

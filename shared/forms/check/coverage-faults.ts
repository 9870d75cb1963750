import type { FormDefinition } from '../definition.ts';
import { printedColumns, printedFields } from './layout-walk.ts';
import { type DataPath, errorAt, type Fault } from './problem.ts';

/** What is never asked for, never printed, or more than once: it would be lost, or read back wrongly. */
export function coverageFaults(definition: FormDefinition): Fault[] {
  const { fields, tables, steps } = definition;
  const fieldsOnPaper = printedFields(definition);
  const columnsOnPaper = printedColumns(definition);
  const askedFields = steps.flatMap((step, index) =>
    step.fields.map((name, at) => ({ name, path: ['steps', index, 'fields', at] })),
  );
  const askedTables = steps.flatMap((step, index) =>
    step.tables.map((name, at) => ({ name, path: ['steps', index, 'tables', at] })),
  );
  return [
    ...fields.flatMap(({ id }, index) => [
      ...unless(fieldsOnPaper, id, ['fields', index], '纸面上没有这个项目，打印和读回都会丢失'),
      ...unless(askedFields, id, ['fields', index], '没有任何步骤填写这个项目'),
    ]),
    ...tables.flatMap(({ id, columns }, index) => [
      ...unless(askedTables, id, ['tables', index], '没有任何步骤填写这张表格'),
      ...columns.flatMap((column, at) =>
        unless(
          columnsOnPaper.filter(({ table }) => table === id),
          column.id,
          ['tables', index, 'columns', at],
          '纸面上没有这一列，打印和读回都会丢失',
        ),
      ),
    ]),
    ...again(askedFields, (name) => `项目“${name}”已在前面的步骤中填写`),
    ...again(askedTables, (name) => `表格“${name}”已在前面的步骤中填写`),
    ...again(
      fieldsOnPaper.filter(({ isOwnCell }) => isOwnCell),
      (name) => `项目“${name}”已有一格，两格内容不同时读回会出错`,
    ),
    ...again(
      columnsOnPaper.map(({ table, name, path }) => ({ name: `${table}.${name}`, path })),
      (name) => `列“${name}”已有一格，两格内容不同时读回会出错`,
    ),
  ];
}

interface Use {
  readonly name: string;
  readonly path: DataPath;
}

function unless(uses: readonly Use[], id: string, path: DataPath, message: string): Fault[] {
  return uses.some(({ name }) => name === id) ? [] : [errorAt(path, message)];
}

function again(uses: readonly Use[], message: (name: string) => string): Fault[] {
  const seen = new Set<string>();
  return uses.flatMap(({ name, path }) => {
    if (seen.has(name)) return [errorAt(path, message(name))];
    seen.add(name);
    return [];
  });
}

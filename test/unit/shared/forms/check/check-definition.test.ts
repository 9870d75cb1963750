import { describe, expect, it, test } from 'vitest';
import { type CheckedDefinition, checkDefinition } from '../../../../../shared/forms/check/check-definition.ts';
import type { KnownDefinitions } from '../../../../../shared/forms/check/identity-faults.ts';
import { definitionSchema, type FormDefinition } from '../../../../../shared/forms/definition.ts';
import { shippedDefinitions } from '../../../../support/definitions.ts';

const nothingKnown: KnownDefinitions = { shipped: [], installed: [] };

/** A form of two lines and a list, as small as one can be. */
const small = {
  id: 'small-form',
  version: 2,
  family: 'project-target',
  name: '小型项目表',
  region: '示例县',
  years: { from: 2025 },
  amountUnit: '元',
  paper: { orientation: 'portrait' },
  summary: { title: 'projectName', amount: 'funds.total' },
  fields: [
    { id: 'projectName', label: '工程名称', type: 'text' },
    { id: 'manager', label: '负责人', type: 'text' },
    { id: 'funds.total', label: '经费合计', type: 'amount' },
    { id: 'funds.own', label: '自筹经费', type: 'amount' },
  ],
  tables: [
    {
      id: 'works',
      label: '工程内容',
      columns: [
        { id: 'kind', label: '类型', type: 'category' },
        { id: 'content', label: '内容', type: 'text' },
      ],
      groupBy: ['kind'],
      categories: [{ name: '新建' }, { name: '维修' }],
    },
  ],
  steps: [
    { id: 'basic', title: '基本信息', fields: ['projectName', 'manager', 'funds.total', 'funds.own'] },
    { id: 'works', title: '工程内容', tables: ['works'] },
  ],
  layout: {
    columnWidths: [25, 25, 25, 25],
    rows: [
      { kind: 'title', cells: [{ label: '小型项目申报表', columnSpan: 4 }] },
      {
        cells: [{ label: '工程名称' }, { field: 'projectName' }, { label: '负责人' }, { field: 'manager' }],
      },
      { cells: [{ label: '经费合计' }, { field: 'funds.total' }, { label: '自筹经费' }, { field: 'funds.own' }] },
      { kind: 'heading', cells: [{ label: '工程类型' }, { label: '工程内容', columnSpan: 3 }] },
      { repeat: ['works'], cells: [{ column: 'kind' }, { column: 'content', columnSpan: 3 }] },
    ],
  },
  rules: [{ kind: 'notAbove', value: 'funds.own', limit: 'funds.total' }],
};
type Small = typeof small;

function check(change: (form: Small) => unknown = () => undefined, known = nothingKnown): CheckedDefinition {
  const form = structuredClone(small);
  change(form);
  return checkDefinition(JSON.stringify(form, undefined, 2), known);
}

const definitionOf = (change?: (form: Small) => unknown): FormDefinition => {
  const { definition } = check(change);
  if (definition === undefined) throw new Error('the small form has errors');
  return definition;
};

const told = ({ problems }: CheckedDefinition) =>
  problems.map(({ severity, path, message }) => `${severity} ${path} ${message}`);

it('has nothing to say of a sound form', () => {
  expect(check().problems).toEqual([]);
  expect(check().definition).toEqual(definitionSchema.parse(small));
});

test.each(shippedDefinitions.map((definition) => [definition.id, definition] as const))(
  'has nothing to say of %s, which the program ships',
  (_id, definition) => {
    const known = { shipped: shippedDefinitions, installed: [] };
    expect(checkDefinition(JSON.stringify(definition), known).problems).toEqual([]);
  },
);

describe('an error is told at its place', () => {
  test.each<[string, (form: Small) => unknown, string, string]>([
    [
      'an id given twice',
      ({ fields }) => Object.assign(fields[1] ?? {}, { id: 'projectName' }),
      'fields.1.id',
      '已经用过',
    ],
    [
      'a field within a field',
      ({ fields }) => fields.push({ id: 'manager.age', label: '年龄', type: 'text' }),
      'fields.4.id',
      '分项',
    ],
    [
      'an id of the program',
      ({ fields }) => fields.push({ id: 'fiscalYear', label: '年', type: 'text' }),
      'fields.4.id',
      '由程序填写',
    ],
    [
      'a table called like a field',
      ({ tables }) => Object.assign(tables[0] ?? {}, { id: 'funds' }),
      'tables.0.id',
      '开头',
    ],
    [
      'a column given twice',
      ({ tables }) => tables[0]?.columns.push({ id: 'kind', label: '又', type: 'text' }),
      'tables.0.columns.2.id',
      '已经用过',
    ],
    ['a step given twice', ({ steps }) => Object.assign(steps[1] ?? {}, { id: 'basic' }), 'steps.1.id', '已经用过'],
    [
      'a title that is no field',
      ({ summary }) => Object.assign(summary, { title: 'name' }),
      'summary.title',
      '没有编号为“name”',
    ],
    [
      'an amount that is none',
      ({ summary }) => Object.assign(summary, { amount: 'manager' }),
      'summary.amount',
      '不是金额',
    ],
    [
      'a rule of an unknown field',
      ({ rules }) => Object.assign(rules[0] ?? {}, { limit: 'funds.all' }),
      'rules.0.limit',
      '没有编号为“funds.all”',
    ],
    [
      'a rule of a text',
      ({ rules }) => Object.assign(rules[0] ?? {}, { value: 'manager' }),
      'rules.0.value',
      '不是金额',
    ],
    [
      'a grouping by no column',
      ({ tables }) => tables[0]?.groupBy.push('colour'),
      'tables.0.groupBy.1',
      '没有编号为“colour”的列',
    ],
    [
      'deeper categories than groups',
      ({ tables }) => Object.assign(tables[0]?.categories[0] ?? {}, { children: [{ name: '房屋' }] }),
      'tables.0.categories.0.children.0',
      '层数',
    ],
    [
      'a category given twice',
      ({ tables }) => Object.assign(tables[0]?.categories[1] ?? {}, { name: '新建' }),
      'tables.0.categories.1.name',
      '重复',
    ],
    ['years that end before they begin', ({ years }) => Object.assign(years, { to: 2020 }), 'years.to', '早于'],
    [
      'a row that does not fill the paper',
      ({ layout }) => Object.assign(layout.rows[0]?.cells[0] ?? {}, { columnSpan: 3 }),
      'layout.rows.0',
      '还空 1 列',
    ],
    [
      'a cell beyond the paper',
      ({ layout }) => Object.assign(layout.rows[1]?.cells[3] ?? {}, { columnSpan: 2 }),
      'layout.rows.1.cells.3',
      '超出',
    ],
    [
      'a span wider than all columns',
      ({ layout }) => Object.assign(layout.rows[1]?.cells[3] ?? {}, { columnSpan: 1e9 }),
      'layout.rows.1.cells.3.columnSpan',
      '只有 4 列',
    ],
    [
      'a span over repeated rows',
      ({ layout }) => Object.assign(layout.rows[3]?.cells[0] ?? {}, { rowSpan: 2 }),
      'layout.rows.3.cells.0.rowSpan',
      '跨行',
    ],
    [
      'a field printed twice',
      ({ layout }) => layout.rows.push({ cells: [{ field: 'manager', columnSpan: 4 }] } as never),
      'layout.rows.5.cells.0.field',
      '已有一格',
    ],
    [
      'a field never printed',
      ({ layout }) =>
        layout.rows.splice(1, 1, { cells: [{ label: '工程名称' }, { field: 'projectName', columnSpan: 3 }] } as never),
      'fields.1',
      '纸面上没有',
    ],
    [
      'a column never printed',
      ({ layout }) =>
        layout.rows.splice(4, 1, { repeat: ['works'], cells: [{ column: 'content', columnSpan: 4 }] } as never),
      'tables.0.columns.0',
      '纸面上没有',
    ],
    ['a field that nobody is asked', ({ steps }) => steps[0]?.fields?.pop(), 'fields.3', '没有任何步骤'],
    ['a field asked twice', ({ steps }) => steps[0]?.fields?.push('manager'), 'steps.0.fields.4', '已在前面'],
    [
      'fields with nothing between them',
      ({ layout }) =>
        layout.rows.push({ kind: 'line', cells: [{ template: '{manager}{projectName}', columnSpan: 4 }] } as never),
      'layout.rows.5.cells.0.template',
      '没有文字隔开',
    ],
    [
      'a brace too many',
      ({ layout }) =>
        layout.rows.push({ kind: 'line', cells: [{ template: '负责人：{manager', columnSpan: 4 }] } as never),
      'layout.rows.5.cells.0.template',
      '花括号',
    ],
    [
      'an upgrade to nothing',
      (form) => Object.assign(form, { upgrades: [{ from: 1, renamed: { old: 'newer' } }] }),
      'upgrades.0.renamed.old',
      '没有“newer”',
    ],
    [
      'an upgrade from itself',
      (form) => Object.assign(form, { upgrades: [{ from: 2, renamed: {} }] }),
      'upgrades.0.from',
      '早于',
    ],
  ])('%s', (_name, change, path, words) => {
    const checked = check(change);
    expect(checked.definition).toBeUndefined();
    const found = checked.problems.find((problem) => problem.path === path && problem.message.includes(words));
    expect(found?.severity, JSON.stringify(told(checked))).toBe('error');
  });

  it('by line and column', () => {
    const { problems } = check(({ summary }) => Object.assign(summary, { title: 'name' }));
    expect(problems.map(({ line, column, place }) => [line, column, place])).toEqual([
      [15, 5, '列表中的显示 › 标题 title'],
    ]);
  });

  it('where a part is written twice', () => {
    const { problems } = checkDefinition('{\n  "id": "a",\n  "id": "b"\n}', nothingKnown);
    expect(problems.some(({ line, message }) => line === 3 && message.includes('写了两次'))).toBe(true);
  });

  it('where the file is no JSON', () => {
    expect(checkDefinition('{\n', nothingKnown)).toMatchObject({
      definition: undefined,
      problems: [{ severity: 'error', line: 1, place: '文件格式' }],
    });
  });
});

describe('reading back', () => {
  it('warns where nothing is printed to know the form by', () => {
    const checked = check(({ layout }) => {
      layout.rows.splice(0, 1);
      for (const row of layout.rows) for (const cell of row.cells) if ('label' in cell) cell.label = '';
    });
    expect(told(checked)).toEqual([expect.stringContaining('warning layout')]);
    expect(checked.definition).toBeDefined();
  });

  it('warns where the form is taken for another one', () => {
    const twin = definitionOf((form) => Object.assign(form, { id: 'other-form', name: '另一张表', region: '示例市' }));
    const checked = check(undefined, { shipped: [twin], installed: [] });
    expect(told(checked)).toEqual([expect.stringMatching(/^warning layout .*另一张表.*示例市/u)]);
  });
});

describe('beside the definitions there are', () => {
  const own = definitionOf();
  const reworded = (form: Small) => Object.assign(form, { name: '改了名称' });

  it('takes the same again, and a newer version', () => {
    expect(check(undefined, { shipped: [], installed: [own] }).problems).toEqual([]);
    expect(check(({ ...form }) => form, { shipped: [own], installed: [] }).problems).toEqual([]);
    const older = definitionOf((form) => Object.assign(form, { version: 1, name: '旧的' }));
    expect(check(undefined, { shipped: [], installed: [older] }).problems).toEqual([]);
  });

  it('refuses an id of the program, other contents under a version, and an older version', () => {
    expect(told(check(reworded, { shipped: [own], installed: [] }))[0]).toMatch(/^error id .*程序自带/u);
    expect(told(check(reworded, { shipped: [], installed: [own] }))[0]).toMatch(/^error version .*加一/u);
    const old = (form: Small) => Object.assign(form, { version: 1 });
    expect(told(check(old, { shipped: [], installed: [own] }))[0]).toMatch(/^error version .*较新/u);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, compareAmounts } from '../../../../shared/domain/amount.ts';
import type { Answers } from '../../../../shared/domain/answers.ts';
import type { FormDefinition } from '../../../../shared/forms/definition.ts';
import { computeOverview } from '../../../../shared/overview/compute-overview.ts';
import { type OverviewFile, overviewFileSchema } from '../../../../shared/overview/overview-file.ts';
import type { HeldForm, OverviewYear } from '../../../../shared/overview/overview-input.ts';
import {
  balanceTable,
  looseSubjects,
  soundExpenditure,
  subjectRow,
  subjectTable,
} from '../../../support/budget-tables.ts';

const nothing: OverviewYear = { tables: new Map(), forms: [] };

function yearWith(
  tables: readonly (readonly [FormDefinition, Answers])[],
  forms: readonly HeldForm[] = [],
): OverviewYear {
  const held = tables.map(([definition, answers]) => ({ recordId: definition.id, definition, answers }));
  return { tables: new Map(held.map((table) => [table.definition.id, table])), forms };
}

function fileOf(figure: object, totals: readonly object[] = []): OverviewFile {
  return overviewFileSchema.parse({
    id: 'test',
    amountUnit: '万元',
    totals,
    figures: [{ id: 'figure', title: '图', chart: 'bars', ...figure }],
  });
}

function figureOf(file: OverviewFile, year: OverviewYear, lastYear: OverviewYear = nothing) {
  const [figure] = computeOverview(file, year, lastYear).figures;
  if (!figure) throw new Error('no figure');
  return figure;
}

const byFunction = fileOf({ lines: { kind: 'subjects', definition: 'test-expenditure', column: 'total' } });
const byKind = fileOf({
  chart: 'parts',
  lines: { kind: 'columns', definition: 'test-expenditure', row: 'top', columns: ['basic', 'project'] },
  total: { definition: 'test-expenditure', row: 'top', column: 'total' },
});
const soundYear = yearWith([[subjectTable, soundExpenditure]]);

/** The lines of the 收支总表 with these amounts. */
function balance(income: Readonly<Record<string, string>>): Answers {
  const lines = balanceTable.tables[0]?.fixed ?? [];
  return { lines: lines.map(({ id, texts }) => ({ ...texts, income: income[id] ?? null, expenditure: null })) };
}

describe('lines', () => {
  it('are the subjects that are added to 合计, with their exact share', () => {
    const { lines, sum } = figureOf(byFunction, soundYear);
    expect(lines.map(({ label, amount, share }) => [label, amount, share])).toEqual([
      ['教育支出', '50.00', '38.3'],
      ['卫生健康支出', '80.50', '61.7'],
    ]);
    expect(sum.amount).toBe('130.50');
  });

  it('are also 款 and 项 whose 类 the table leaves out', () => {
    const rows = [
      subjectRow('', '合计', '3'),
      subjectRow('20501', '教育管理事务', '1'),
      subjectRow('2100101', '行政运行', '2'),
    ];
    const { lines } = figureOf(byFunction, yearWith([[subjectTable, { lines: rows }]]));
    expect(lines.map(({ key, amount }) => [key, amount])).toEqual([
      ['20501', '1'],
      ['2100101', '2'],
    ]);
  });

  it('come from several columns of one line', () => {
    const { lines } = figureOf(byKind, soundYear);
    expect(lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['基本支出', '100.50'],
      ['项目支出', '30.00'],
    ]);
  });

  it('come from fixed lines, called by the side their column is on, without numbering; empty ones are left out', () => {
    const lines = { kind: 'rows', definition: 'test-balance', rows: ['fiscal', 'own', 'carried'], column: 'income' };
    const year = yearWith([[balanceTable, balance({ fiscal: '9.5', carried: '0.5' })]]);
    const shown = figureOf(fileOf({ lines }), year).lines.map(({ label, amount }) => [label, amount]);
    expect(shown).toEqual([
      ['财政拨款', '9.5'],
      ['上年结转', '0.5'],
    ]);
    const kept = figureOf(fileOf({ lines, keepsEmpty: true }), year).lines.map(({ label, amount }) => [label, amount]);
    expect(kept).toContainEqual(['单位资金', null]);
  });

  it('are shown in the unit of the overview, exactly', () => {
    const inYuan: FormDefinition = { ...subjectTable, amountUnit: '元' };
    const rows = [subjectRow('', '合计', '1234567.8'), subjectRow('205', '教育支出', '1234567.8')];
    expect(figureOf(byFunction, yearWith([[inYuan, { lines: rows }]])).lines[0]?.amount).toBe('123.45678');
  });

  it('add up to the sum, and their shares to a hundred but for rounding', () => {
    fc.assert(
      fc.property(looseSubjects, (rows) => {
        const lines = rows.map((row) => ({ ...row, total: row.basic ?? null }));
        const [figure] = computeOverview(byFunction, yearWith([[subjectTable, { lines }]]), nothing).figures;
        if (!figure) return;
        expect(addAmounts(figure.lines.flatMap(({ amount }) => amount ?? []))).toSatisfy(
          (sum: string) => compareAmounts(sum, figure.sum.amount ?? '0') === 0,
        );
        const shares = figure.lines.flatMap(({ share }) => share ?? []);
        if (shares.length === 0) return;
        expect(Math.abs(Number(addAmounts(shares)) - 100)).toBeLessThanOrEqual(0.05 * shares.length + 1e-9);
      }),
    );
  });
});

describe('the year before', () => {
  const lastRows = [
    subjectRow('', '合计', '90'),
    subjectRow('205', '教育支出', '40.00'),
    subjectRow('213', '农林水支出', '50'),
  ];
  const lastYear = yearWith([[subjectTable, { lines: lastRows }]]);

  it('stands beside this one by code; what is new or gone is compared with nothing', () => {
    const { lines, sum, hasLast } = figureOf(byFunction, soundYear, lastYear);
    expect(hasLast).toBe(true);
    expect(lines.map(({ key, last, change, changePercent }) => [key, last, change, changePercent])).toEqual([
      ['205', '40.00', '10.00', '25.0'],
      ['210', null, '80.50', null],
      ['213', '50', '-50', '-100.0'],
    ]);
    expect(sum).toEqual({ amount: '130.50', last: '90.00', change: '40.50', changePercent: '45.0' });
  });

  it('is not compared with where its table is not held', () => {
    const { lines, sum, hasLast } = figureOf(byFunction, soundYear);
    expect(hasLast).toBe(false);
    expect(lines.every(({ last, change }) => last === null && change === null)).toBe(true);
    expect(sum).toMatchObject({ last: null, change: null });
  });
});

describe('totals and differences', () => {
  const totals = [
    { title: '支出总计', cell: { definition: 'test-expenditure', row: 'top', column: 'total' } },
    { title: '收入总计', cell: { definition: 'test-balance', row: 'all', column: 'income' } },
  ];

  it('are amounts as they stand; one whose table is missing is left out', () => {
    const overview = computeOverview(fileOf({ lines: byFunction.figures[0]?.lines }, totals), soundYear, nothing);
    expect(overview.totals).toEqual([
      { title: '支出总计', amount: '130.50', last: null, change: null, changePercent: null, hasLast: false },
    ]);
  });

  it('are told where the lines do not come to what is printed, and only there', () => {
    expect(figureOf(byKind, soundYear).differing).toBeNull();
    const rows = [subjectRow('', '合计', '131', '100.50', '30.00')];
    expect(figureOf(byKind, yearWith([[subjectTable, { lines: rows }]])).differing).toEqual({
      place: '《支出总表》“合计”的“合计”',
      stated: '131',
      difference: '-0.50',
    });
  });
});

describe('what is missing', () => {
  const both = overviewFileSchema.parse({
    id: 'test',
    amountUnit: '万元',
    figures: [
      ...byFunction.figures,
      {
        id: 'sources',
        title: '收入来源',
        chart: 'bars',
        lines: { kind: 'rows', definition: 'test-balance', rows: ['fiscal'], column: 'income' },
      },
    ],
  });

  it('is named with its table once others are there', () => {
    expect(computeOverview(both, soundYear, nothing).missing).toEqual([
      { title: '收入来源', definition: 'test-balance' },
    ]);
  });

  it('is nothing while the unit has none of the tables', () => {
    expect(computeOverview(both, nothing, nothing)).toMatchObject({ figures: [], missing: [] });
  });

  it('is no figure where a table is there without amounts', () => {
    const empty = yearWith([[subjectTable, { lines: [subjectRow('', '合计')] }]]);
    expect(computeOverview(byFunction, empty, nothing)).toMatchObject({ figures: [], missing: [] });
  });
});

describe('forms', () => {
  const form = (title: string, amount: string | null, definitionId = 'town-project'): HeldForm => ({
    recordId: `${definitionId} ${title} ${amount}`,
    title,
    definitionId,
    definitionName: definitionId === 'town-project' ? '项目表甲' : '项目表乙',
    family: 'project-target',
    amount,
    amountUnit: '万元',
  });
  const largest = fileOf({ lines: { kind: 'largestForms', families: ['project-target'], most: 2 } });
  const groups = fileOf({ lines: { kind: 'formGroups', families: ['project-target'] } });

  it('are listed from the largest on, the others as one line', () => {
    const forms = [form('丙', '9.99'), form('甲', '100'), form('乙', '10'), form('丁', '0.01'), form('戊', null)];
    const { lines, sum } = figureOf(largest, yearWith([], forms));
    expect(lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['甲', '100'],
      ['乙', '10'],
      ['其他2个项目', '10.00'],
    ]);
    expect(sum.amount).toBe('120.00');
  });

  it('are compared with the form of the same name of last year, unless the name occurs twice', () => {
    const forms = [form('道路 维修', '30'), form('取暖', '20'), form('取暖', '10')];
    const before = yearWith([], [form('道路维修', '24'), form('取暖', '5'), form('桥梁', '1')]);
    const { lines, sum } = figureOf(largest, yearWith([], forms), before);
    expect(lines.map(({ label, last, change }) => [label, last, change])).toEqual([
      ['道路 维修', '24', '6'],
      ['取暖', null, null],
      ['其他1个项目', null, null],
    ]);
    expect(sum).toMatchObject({ last: '30', change: '30' });
  });

  it('are added up for each form definition, where there are two at least', () => {
    const forms = [form('甲', '1.5'), form('乙', '2'), form('丙', '0.25', 'other-project')];
    expect(figureOf(groups, yearWith([], forms)).lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['项目表甲（2张）', '3.5'],
      ['项目表乙（1张）', '0.25'],
    ]);
    expect(computeOverview(groups, yearWith([], forms.slice(0, 2)), nothing).figures).toEqual([]);
  });

  it('of other families, and those in 元, are told apart', () => {
    const others = { ...form('甲', '8'), family: 'unit-target' };
    const inYuan: HeldForm = { ...form('乙', '50000'), amountUnit: '元' };
    expect(figureOf(largest, yearWith([], [others, inYuan])).lines.map(({ amount }) => amount)).toEqual(['5']);
  });
});

import fc from 'fast-check';
import type { AnswerRow, Answers } from '../../shared/domain/answers.ts';
import type { OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { definitionSchema } from '../../shared/forms/definition.ts';

/** Small invented budget tables, one of each kind, for tests of the arithmetic. */

const amount = (id: string, label: string) => ({ id, label, type: 'amount' as const });

function tableForm(id: string, name: string, table: object): FormDefinition {
  return definitionSchema.parse({
    id,
    version: 1,
    family: 'budget-table',
    name,
    region: '示例县',
    years: { from: 2020 },
    amountUnit: '万元',
    paper: { orientation: 'portrait' },
    summary: {},
    tables: [table],
    steps: [{ id: 'lines', title: '表', tables: ['lines'] }],
    layout: { columnWidths: [1], rows: [{ kind: 'title', cells: [{ label: name }] }] },
  });
}

/** 支出表: lines by subject; 合计 = 基本支出 + 项目支出. */
export const subjectTable: FormDefinition = tableForm('test-expenditure', '支出总表', {
  id: 'lines',
  label: '支出',
  columns: [
    { id: 'code', label: '科目编码', type: 'code' },
    { id: 'name', label: '科目名称', type: 'text' },
    amount('total', '合计'),
    amount('basic', '基本支出'),
    amount('project', '项目支出'),
  ],
  tree: {
    code: 'code',
    name: 'name',
    dictionary: 'functional',
    levels: [3, 5, 7],
    levelNames: ['类', '款', '项'],
    total: '合计',
  },
  formulas: [{ kind: 'columns', column: 'total', plus: ['basic', 'project'] }],
});

/** 收支总表: two sides of fixed lines, the right side taken from `subjectTable`. */
export const balanceTable: FormDefinition = tableForm('test-balance', '收支总表', {
  id: 'lines',
  label: '收支',
  columns: [
    { id: 'name', label: '收入', type: 'text' },
    { ...amount('income', '收入预算数'), beside: 'name' },
    { id: 'expenditureName', label: '支出', type: 'text' },
    { ...amount('expenditure', '支出预算数'), beside: 'expenditureName' },
  ],
  fixed: [
    { id: 'fiscal', texts: { name: '一、财政拨款', expenditureName: '一、教育支出' } },
    { id: 'own', texts: { name: '二、单位资金', expenditureName: '二、卫生健康支出' } },
    { id: 'blank', texts: { name: '', expenditureName: '三、其他支出' } },
    { id: 'thisYear', texts: { name: '本年收入合计', expenditureName: '本年支出合计' } },
    { id: 'carried', texts: { name: '上年结转', expenditureName: '年终结转' } },
    { id: 'all', texts: { name: '收入总计', expenditureName: '支出总计' } },
  ],
  formulas: [
    { kind: 'rows', row: 'thisYear', columns: ['income', 'expenditure'], plus: ['fiscal', 'own', 'blank'] },
    { kind: 'rows', row: 'all', columns: ['income', 'expenditure'], plus: ['thisYear', 'carried'] },
    {
      kind: 'from',
      definition: 'test-expenditure',
      column: 'expenditure',
      source: 'total',
      rows: { fiscal: '205', own: '210' },
    },
    {
      kind: 'cell',
      row: 'blank',
      column: 'expenditure',
      plus: [{ definition: 'test-expenditure', row: '229', column: 'total' }],
      mayDiffer: true,
    },
  ],
});

/** 采购表: lines in groups by unit. */
export const groupTable: FormDefinition = tableForm('test-purchases', '采购表', {
  id: 'lines',
  label: '采购',
  columns: [
    { id: 'item', label: '项目', type: 'text' },
    amount('price', '单价'),
    amount('total', '合计'),
    amount('fiscal', '财政拨款'),
    amount('own', '单位资金'),
  ],
  groups: { column: 'item', total: '合计', subtotalEnding: '小计', sums: ['total', 'fiscal', 'own'] },
  formulas: [{ kind: 'columns', column: 'total', plus: ['fiscal', 'own'] }],
});

/** A row of `subjectTable`; empty amounts are null. */
export function subjectRow(code: string, name: string, ...amounts: (string | null)[]): AnswerRow {
  const [total = null, basic = null, project = null] = amounts;
  return { code, name, total, basic, project };
}

/** A small 支出表 whose sums hold. */
export const soundExpenditure: Answers = {
  lines: [
    subjectRow('', '合计', '130.50', '100.50', '30.00'),
    subjectRow('205', '教育支出', '50.00', '20.00', '30.00'),
    subjectRow('20501', '教育管理事务', '50.00', '20.00', '30.00'),
    subjectRow('2050101', '行政运行', '20.00', '20.00', null),
    subjectRow('2050199', '其他教育管理事务支出', '30.00', null, '30.00'),
    subjectRow('210', '卫生健康支出', '80.50', '80.50', null),
    subjectRow('21001', '卫生健康管理事务', '80.50', '80.50', null),
    subjectRow('2100101', '行政运行', '80.50', '80.50', null),
  ],
};

/** The tables beside `balanceTable`. */
export function beside(answers: Answers | null): OtherTables {
  return new Map([['test-expenditure', { definition: subjectTable, answers }]]);
}

const money: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.integer({ min: -999, max: 9_999_999 }).map((fen) => (fen / 100).toFixed(2)) },
);

/** Lines by subject in which only leaves have amounts and every line's 类 and 款 may be there or not. */
export const looseSubjects: fc.Arbitrary<AnswerRow[]> = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 201, max: 204 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 })),
    { selector: String, maxLength: 24 },
  )
  .chain((parts) => {
    const codes = parts.map(([a, b, c]) => (b === 0 ? `${a}` : c === 0 ? `${a}0${b}` : `${a}0${b}0${c}`));
    const unique = [...new Set(codes)].sort();
    return fc
      .array(fc.tuple(money, money), { minLength: unique.length, maxLength: unique.length })
      .map((amounts) =>
        unique.map((code, index) => subjectRow(code, `科目${code}`, null, ...(amounts[index] ?? [null, null]))),
      );
  })
  .map((rows) => {
    const isParent = (code: string): boolean => rows.some((row) => row.code !== code && row.code?.startsWith(code));
    const leaves = rows.map((row) => (isParent(row.code ?? '') ? { ...row, basic: null, project: null } : row));
    return [subjectRow('', '合计'), ...leaves];
  });

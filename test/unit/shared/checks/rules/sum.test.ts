import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, sumRounding } from '../../../../../shared/checks/rules/sum.ts';
import { addAmounts } from '../../../../../shared/domain/amount.ts';
import type { AnswerRow } from '../../../../../shared/domain/answers.ts';
import { definitionSchema } from '../../../../../shared/forms/definition.ts';
import { amountText } from '../../../../support/arbitraries.ts';
import { failedPaths, findingsOf, outcomesOf, sampleDefinition } from '../../../../support/sample-form.ts';

const onlyAnnual = { ...sampleDefinition, rules: sampleDefinition.rules.slice(1, 2) };
const funds = (total: string | null, fiscal: string | null, other: string | null) => ({
  annualFunds: { total, fiscal, other },
});
const outcome = (...amounts: Parameters<typeof funds>) => outcomesOf(sum, funds(...amounts), onlyAnnual);
const rounding = (...amounts: Parameters<typeof funds>) => outcomesOf(sumRounding, funds(...amounts), onlyAnnual);

describe('sum', () => {
  it.each([
    ['120.5', '100.50', '20'],
    ['100', '100', null],
    ['0.3', '0.1', '0.2'],
    ['0', '0', '0'],
    ['1,000', '９９９', '1.00'],
  ])('passes %s = %s + %s', (total, fiscal, other) => {
    expect(outcome(total, fiscal, other)).toEqual(['pass']);
  });

  it('says both figures and the difference, and offers the sum', () => {
    const [finding] = findingsOf(sum, funds('130', '100.50', '20'), onlyAnnual);
    expect(finding).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      path: 'annualFunds.total',
      message: '“年度金额”为 130 万元，其中各项合计为 120.50 万元，相差 9.50 万元，请核对。',
      fix: { path: 'annualFunds.total', value: '120.50' },
    });
  });

  it('misses a total that is not filled in', () => {
    expect(findingsOf(sum, funds(null, '1', '2'), onlyAnnual)).toMatchObject([
      { outcome: 'fail', path: 'annualFunds.total', fix: { value: '3' } },
    ]);
  });

  it('is exact where digits do not suggest rounding', () => {
    expect(outcome('100.01', '100', null)).toEqual(['fail']);
    expect(outcome('100.01', '50', '50')).toEqual(['fail']);
    expect(outcome('100.01', '100.00', '0.00')).toEqual(['fail']);
    expect(outcome('100.001', '50.000', '50.000')).toEqual(['fail']);
    expect(outcome('100.03', '50.00', '50.00')).toEqual(['fail']);
  });

  it('does not apply without parts', () => {
    expect(outcome('100', null, '')).toEqual(['notApplicable']);
    expect(outcomesOf(sum, funds('1', '2', '3'), { ...sampleDefinition, rules: [] })).toEqual(['notApplicable']);
  });

  it('could not run on what is no amount, and says where', () => {
    expect(findingsOf(sum, funds('100', '全部', null), onlyAnnual)).toMatchObject([
      { outcome: 'couldNotRun', path: 'annualFunds.fiscal', message: expect.stringContaining('不是数字') },
    ]);
    expect(findingsOf(sum, funds('全部', '100', null), onlyAnnual)).toMatchObject([
      { outcome: 'couldNotRun', path: 'annualFunds.total' },
    ]);
  });

  it('passes every total that is the sum of its parts', () => {
    fc.assert(
      fc.property(amountText, amountText, (a, b) => {
        expect(outcome(addAmounts([a, b]) ?? '', a, b)).toEqual(['pass']);
      }),
    );
  });

  it('fails, here or as rounding, for every total that is not', () => {
    fc.assert(
      fc.property(amountText, amountText, amountText, (a, b, off) => {
        fc.pre(/[1-9]/u.test(off));
        const total = addAmounts([a, b, off]) ?? '';
        expect([...outcome(total, a, b), ...rounding(total, a, b)].toSorted()).toEqual(['fail', 'pass']);
      }),
    );
  });
});

describe('sum-rounding', () => {
  it('warns of a difference of at most 0.01 per part where all have two decimals', () => {
    expect(rounding('100.01', '33.33', '66.67')).toEqual(['fail']);
    expect(rounding('99.98', '33.33', '66.67')).toEqual(['fail']);
    expect(outcome('99.98', '33.33', '66.67')).toEqual(['pass']);
    expect(findingsOf(sumRounding, funds('100.01', '33.33', '66.67'), onlyAnnual)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('相差 0.01 万元，可能是四舍五入') },
    ]);
  });

  it('leaves everything else to sum', () => {
    expect(rounding('100.03', '33.33', '66.67')).toEqual(['pass']);
    expect(rounding('100', '33.33', '66.67')).toEqual(['pass']);
    expect(rounding('100.00', '33.33', '66.67')).toEqual(['pass']);
    expect(rounding(null, null, null)).toEqual(['notApplicable']);
    expect(rounding('x', '1', null)).toEqual(['couldNotRun']);
  });
});

describe('sums over a table', () => {
  const amount = (id: string) => ({ id, label: id, type: 'amount' });
  const definition = definitionSchema.parse({
    ...sampleDefinition,
    fields: [...sampleDefinition.fields, { id: 'whole', label: '金额合计', type: 'amount' }],
    tables: [
      ...sampleDefinition.tables,
      {
        id: 'tasks',
        label: '年度任务',
        columns: [{ id: 'name', label: '任务', type: 'text' }, ...['total', 'fiscal', 'other'].map(amount)],
      },
    ],
    rules: [
      { kind: 'sum', total: 'tasks.total', parts: ['tasks.fiscal', 'tasks.other'] },
      { kind: 'sum', total: 'whole', parts: ['tasks.total'] },
    ],
  });
  const task = (total: string, fiscal: string, other: string | null): AnswerRow => ({
    name: '修路',
    total,
    fiscal,
    other,
  });
  const form = (whole: string, ...tasks: readonly AnswerRow[]) => ({ whole, tasks });

  it('passes where every row and the whole column add up, and says so once each', () => {
    const tasks = [task('5.00', '3', '2'), task('0.50', '0.50', null)];
    expect(outcomesOf(sum, form('5.5', ...tasks), definition)).toEqual(['pass', 'pass']);
    expect(outcomesOf(sumRounding, form('5.5', ...tasks), definition)).toEqual(['pass', 'pass']);
  });

  it('says which row does not add up, counting rows as typed', () => {
    const empty: AnswerRow = { name: '', total: null, fiscal: null, other: null };
    const answers = form('12', task('5', '3', '2'), empty, task('7', '3', '2'));
    expect(findingsOf(sum, answers, definition).filter(({ outcome }) => outcome === 'fail')).toMatchObject([
      {
        path: 'tasks.2.total',
        message: '年度任务第3行“total”为 7 万元，其中各项合计为 5 万元，相差 2 万元，请核对。',
        fix: { path: 'tasks.2.total', value: '5' },
      },
    ]);
  });

  it('misses what the rows come to in the total', () => {
    expect(failedPaths(sum, form('11', task('5', '3', '2'), task('7', '7', null)), definition)).toEqual(['whole']);
  });

  it('could not run on a row with words, and says where', () => {
    const findings = findingsOf(sum, form('5', task('5', '五', null)), definition);
    expect(findings).toMatchObject([{ outcome: 'couldNotRun', path: 'tasks.0.fiscal' }, { outcome: 'pass' }]);
  });

  it('does not apply to a table without rows', () => {
    expect(outcomesOf(sum, form('5'), definition)).toEqual(['notApplicable', 'notApplicable']);
  });
});

import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { isNoAmount, statedAmount } from '../../../../../shared/forms/recognise/amount-unit.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

describe('an amount with its unit in the same cell', () => {
  it('is its digits as typed and the unit', () => {
    expect(statedAmount('80.50万元')).toEqual({ amount: '80.50', unit: '万元' });
    expect(statedAmount('1,200 元')).toEqual({ amount: '1200', unit: '元' });
    expect(statedAmount('￥80.50')).toEqual({ amount: '80.50', unit: null });
    expect(statedAmount('80.50（万元）')).toEqual({ amount: '80.50', unit: '万元' });
    expect(statedAmount('80.50')).toEqual({ amount: '80.50', unit: null });
  });

  it('is nothing else', () => {
    for (const text of ['', '万元', '约80万元', '80元/人', '80.5.1万元', '无']) {
      expect(statedAmount(text), text).toBeUndefined();
    }
  });

  it('is none where a dash stands', () => {
    for (const text of ['-', '—', '——', ' / ', '－']) expect(isNoAmount(text), text).toBe(true);
    for (const text of ['', '-1', '0', '无']) expect(isNoAmount(text), text).toBe(false);
  });
});

const form = (unit: string, ...amounts: readonly string[]): string => `单位整体支出绩效目标申报表
（2026年度）
单位名称|云岭县图书馆||主管部门|云岭县文化局
任务名称|主要内容|预算金额${unit}
||总额|财政拨款|其他资金
${amounts.join('\n')}
金额合计||120万元|120.00|—
年度总体目标|开馆三百天。
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|开馆天数|≥300天`;

describe('amounts of a form with their unit beside them', () => {
  const read = (text: string) =>
    recogniseDocument(documentOf(text), [shippedDefinition('futian-unit-target')], { defaultFiscalYear: 2025 })
      .forms[0];

  it('are brought into the unit of the form, with a note for each; a dash is no amount', () => {
    const found = read(form('（万元）', '购书|买书。|1,200,000元|120.00|-', '修缮|修窗。|—|—|—'));
    expect(
      tableRows(found?.answers ?? {}, 'tasks').map(({ name, total, fiscal, other }) => [name, total, fiscal, other]),
    ).toEqual([
      ['购书', '120', '120.00', null],
      ['修缮', null, null, null],
    ]);
    expect(found?.answers.tasksTotal).toMatchObject({ total: '120', fiscal: '120.00', other: null });
    const notes = found?.notes.map(({ path, message }) => `${path}: ${message}`);
    expect(notes).toContain('tasksTotal.total: 原文写作“120万元”，当作金额');
    expect(notes).toContain('tasks.0.total: 原文写作“1,200,000元”，当作金额');
    expect(notes?.filter((note) => note.includes('没有金额'))).toEqual([
      ': 金额栏中的“—”当作没有金额',
      ': 金额栏中的“-”当作没有金额',
    ]);
  });
});

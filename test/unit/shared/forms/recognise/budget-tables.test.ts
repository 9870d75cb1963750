import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { lineOf, numbered, tableRowOf } from '../../../../../shared/grid/as-source.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';
import { shippedDefinitions } from '../../../../support/definitions.ts';

function recognise(...rows: readonly GridRow[]) {
  const document = { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
  return recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2026 });
}

describe('budget tables as other places write them', () => {
  it('need no line numbers, no column numbers and only one row of headings', () => {
    const { forms, unrecognised } = recognise(
      lineOf('2025年一般公共预算支出表'),
      tableRowOf(['部门：示例县教育局', '', '', '', '单位：万元']),
      tableRowOf(['科目编码', '科目名称', '合计', '基本支出', '项目支出']),
      tableRowOf(['205', '教育支出', '100.00', '80.00', '20.00']),
      tableRowOf(['2050202', '小学教育', '100.00', '80.00', '20.00']),
      tableRowOf(['合计', '', '100.00', '80.00', '20.00']),
    );
    const [form] = forms;
    expect(form?.definitionId).toBe('haigang-budget-general-expenditure');
    expect(form?.answers.reportingUnit).toBe('示例县教育局');
    const lines = tableRows(form?.answers ?? {}, 'lines').filter(({ total }) => total !== null);
    expect(lines.map(({ code, total, basic, project }) => [code, total, basic, project])).toEqual([
      ['205', '100.00', '80.00', '20.00'],
      ['2050202', '100.00', '80.00', '20.00'],
      ['', '100.00', '80.00', '20.00'],
    ]);
    expect(lines.at(-1)?.name).toBe('合计');
    expect([form?.unplaced, form?.notes.map(({ message }) => message), unrecognised]).toEqual([
      [],
      [
        '原文写作“2025年一般公共预算支出表”，当作“部门预算一般公共预算财政拨款支出表”',
        // 合计 stands in the column of codes.
        '这一行的单元格错位，按内容判断各列',
      ],
      [],
    ]);
  });

  it('keep what a line says that the form does not have', () => {
    const line = (...texts: string[]) => tableRowOf(texts);
    const { forms } = recognise(
      lineOf('部门收支总表'),
      lineOf('单位：万元'),
      line('收入', '', '支出', ''),
      line('项目', '预算数', '项目', '预算数'),
      line('一、一般公共预算拨款收入', '1,100.00', '一、一般公共服务支出', ''),
      line('二、政府性基金预算拨款收入', '', '二、外交支出', ''),
      line('三、国有资本经营预算拨款收入', '', '三、国防支出', ''),
      line('四、财政专户管理资金收入', '', '四、公共安全支出', ''),
      line('五、事业收入', '20.00', '五、教育支出', '1,120.00'),
      line('', '', '六、科学技术支出', ''),
      line('', '', '七、文化旅游体育与传媒支出', ''),
      line('', '', '八、社会保障和就业支出', ''),
      line('', '', '九、社会保险基金支出', ''),
      line('', '', '十、卫生健康支出', ''),
      line('', '', '二十、住房保障支出', ''),
      line('本年收入合计', '1,120.00', '本年支出合计', '1,120.00'),
      line('上年结转', '', '年终结转', ''),
      line('收入总计', '1,120.00', '支出总计', '1,120.00'),
    );
    const [form] = forms;
    expect(form?.definitionId).toBe('haigang-budget-balance');
    expect(form?.unplaced.map(({ text }) => text)).toEqual(['五、事业收入']);
    const lines = tableRows(form?.answers ?? {}, 'lines');
    expect([0, 4, 31, 33].map((index) => [lines[index]?.income, lines[index]?.expenditure])).toEqual([
      ['1100.00', null],
      ['20.00', '1120.00'],
      ['1120.00', '1120.00'],
      ['1120.00', '1120.00'],
    ]);
  });

  it('tell tables with the same columns by their titles', () => {
    const table = (title: string) => [
      lineOf(title),
      lineOf('单位：万元'),
      tableRowOf(['科目编码', '科目名称', '合计', '基本支出', '项目支出']),
      tableRowOf(['205', '教育支出', '1.00', '1.00', '']),
    ];
    const { forms } = recognise(
      ...table('一般公共预算支出表'),
      ...table('政府性基金预算支出表'),
      ...table('国有资本经营预算支出表'),
    );
    expect(forms.map(({ definitionId }) => definitionId)).toEqual([
      'haigang-budget-general-expenditure',
      'haigang-budget-fund-expenditure',
      'haigang-budget-capital-expenditure',
    ]);
  });

  it('stand in the year of the other forms of their document', () => {
    const { forms } = recognise(
      lineOf('部门机构设置情况'),
      tableRowOf(['单位名称', '单位性质', '单位规格', '经费保障形式']),
      tableRowOf(['示例县图书馆', '事业', '股级', '财政性资金基本保证']),
      lineOf('一般公共预算支出表'),
      tableRowOf(['901示例县图书馆', '预算年度：2024', '单位：万元']),
      tableRowOf(['科目编码', '科目名称', '合计', '基本支出', '项目支出']),
      tableRowOf(['207', '文化旅游体育与传媒支出', '1.00', '1.00', '']),
    );
    expect(forms.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2024]);
  });
});

import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { lineOf, numbered, tableRowOf } from '../../../../../shared/grid/as-source.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

describe('where a form ends', () => {
  it('is where the title of another one stands, though its rows would do', () => {
    const line = (...texts: string[]) => tableRowOf(texts);
    const rows = [
      lineOf('部门预算支出总表'),
      lineOf('402云岭县教育局'),
      lineOf('预算年度：2026'),
      line('序号', '功能分类科目', '合计', '基本支出', '项目支出', '经营支出', '上解上级支出', '对附属单位补助支出'),
      line('', '科目编码', '科目名称'),
      line('1', '', '合计', '90.00', '60.00', '30.00'),
      line('2', '205', '教育支出', '90.00', '60.00', '30.00'),
      lineOf('部门预算财政拨款收支总表'),
      lineOf('402云岭县教育局'),
      lineOf('预算年度：2026'),
      line('序号', '收入', '支出'),
      line('', '项目', '金额', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
      line('1', '一、一般公共预算拨款', '90.00', '一、一般公共服务支出'),
      line('2', '二、政府性基金预算拨款', '', '二、外交支出'),
      line('3', '三、国有资本经营预算拨款', '', '三、国防支出'),
      line('4', '', '', '四、公共安全支出'),
      line('5', '', '', '五、教育支出', '90.00', '90.00'),
      line('6', '', '', '六、科学技术支出'),
      line('7', '', '', '七、文化旅游体育与传媒支出'),
    ];
    const document = { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
    const { forms } = recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2025 });
    const [expenditure] = forms;
    expect(expenditure?.definitionId).toBe('haigang-budget-expenditure');
    expect(tableRows(expenditure?.answers ?? {}, 'lines').map(({ name }) => name)).toEqual(['合计', '教育支出']);
  });
});

describe('a whole heading', () => {
  it('ends the table before it, however well the rows below would do there', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `做好第${index}件事情的指标|按期完成年度任务`);
    const text = `单位整体支出绩效目标申报表
（2026年度）
单位名称|云岭县图书馆||主管部门|云岭县文化局
任务名称|主要内容|预算金额（万元）
总额|财政拨款|其他资金
购书|买书。|120.00|120.00|0.00
金额合计|120.00|120.00|0.00
年度总体目标|开馆三百天。
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|开馆天数|≥300天
${rows.join('\n')}`;
    const { forms } = recogniseDocument(documentOf(text), [shippedDefinition('futian-unit-target')], {
      defaultFiscalYear: 2025,
    });
    expect(forms[0]?.answers).toMatchObject({ annualGoal: '开馆三百天。', tasksTotal: { total: '120.00' } });
    expect(tableRows(forms[0]?.answers ?? {}, 'tasks').map(({ name }) => name)).toEqual(['购书']);
    expect(tableRows(forms[0]?.answers ?? {}, 'indicators')).toHaveLength(31);
  });
});

describe('the number of a page among the rows of a form', () => {
  const page = (mark: string): string => `乡村道路养护项目绩效目标表
（2026年度）
${mark}
填报单位（盖章）云岭县交通运输局
单位：万元
项目名称|乡村道路养护||项目实施期|2026.01.01-2026.12.31
主管部门|云岭县交通运输局||实施单位|云岭县公路站
${mark}
资金投入（万元）|实施期金额|80.50|年度金额|80.50
|其中：财政拨款|80.50|其中：财政拨款|80.50
|其他资金|0|其他资金|0
绩效目标|实施期目标||年度目标
|道路完好。||道路保持完好。
一级指标|二级指标|三级指标||年度指标值
产出指标|数量指标|养护里程||≥120公里
${mark}
||巡查次数||≥24次
${mark}`;
  const read = (mark: string) =>
    recogniseDocument(documentOf(page(mark)), [shippedDefinition('dalian-project-target')], {
      defaultFiscalYear: 2025,
    });

  it('changes nothing of the form and is not lost', () => {
    const { forms, unrecognised } = read('- 3 -');
    expect(forms.map(({ answers, notes }) => [answers, notes])).toEqual(
      read('').forms.map(({ answers, notes }) => [answers, notes]),
    );
    expect(forms[0]?.unplaced.map(({ text, place }) => [text, place])).toEqual([
      ['- 3 -', '第3行'],
      ['- 3 -', '第8行'],
      ['- 3 -', '第16行'],
    ]);
    expect(unrecognised.map(({ text }) => text)).toEqual(['- 3 -']);
  });
});

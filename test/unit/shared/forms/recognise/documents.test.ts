import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import { type Recognition, recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';
import {
  centralAnswers,
  centralDefinition,
  departmentAnswers,
  departmentDefinition,
} from '../../../../support/document-samples.ts';
import { documentOf, sheetOf, textOf } from '../../../../support/source-sheets.ts';

/** Forms that are documents of parts, as offices write them: with other headings, numbers and texts around them. */

const options = { defaultFiscalYear: 2024 };
const recognise = (text: string): Recognition => recogniseDocument(documentOf(text), shippedDefinitions, options);
const goalsOf = ({ forms }: Recognition): string[] =>
  tableRows(forms[0]?.answers ?? {}, 'goals').map((row) => row.goal ?? '');

const HEADINGS = '一级指标|二级指标|三级指标|绩效指标描述|指标值|||指标值确定依据\n||||符号|值|单位（文字描述）|';
const DOCUMENT = `
2026年部门整体绩效目标
总体绩效目标
围绕中心工作，健全公共服务体系。
一是完善设施。
二、分项绩效目标
1、修缮乡镇图书馆。
2、举办公益培训。
分两季，每季六十人。
3、巡查文物。4、开展宣传。
5、更换消防设备。
三 部门整体绩效指标：如下表
${HEADINGS}
产出指标|数量指标|送书次数|全年场次|>=|120|场|工作计划
|质量指标|完好率|可用比例|=|95|%|考核办法
四、工作保障措施
（一）加强领导。
（二）加强监管。
第二部分
专项资金绩效目标
我部门无专项资金。
`;

describe('a department’s targets in plain text', () => {
  const result = recognise(DOCUMENT);
  const [form] = result.forms;

  it('are read part by part, up to the next part of the document', () => {
    expect(result.forms.map(({ definitionId, fiscalYear }) => [definitionId, fiscalYear])).toEqual([
      ['chengde-department-target', 2026],
    ]);
    expect(form?.answers).toMatchObject({
      reportingUnit: '',
      overallGoal: '围绕中心工作，健全公共服务体系。\n一是完善设施。',
      measures: '（一）加强领导。\n（二）加强监管。',
    });
    expect(
      tableRows(form?.answers ?? {}, 'indicators').map(({ level2, level3, target }) => [level2, level3, target]),
    ).toEqual([
      ['数量指标', '送书次数', '>=120场'],
      ['质量指标', '完好率', '=95%'],
    ]);
    expect(form?.unplaced).toEqual([]);
    expect(result.unrecognised.map(({ text }) => text)).toEqual(['第二部分', '专项资金绩效目标', '我部门无专项资金。']);
  });

  it('have a goal for each number, paragraphs without one going on, two in one paragraph divided', () => {
    expect(goalsOf(result)).toEqual([
      '修缮乡镇图书馆。',
      '举办公益培训。\n分两季，每季六十人。',
      '巡查文物。',
      '开展宣传。',
      '更换消防设备。',
    ]);
    expect(form?.notes.filter(({ path }) => path.startsWith('goals.'))).toEqual([
      { path: 'goals.3.goal', message: '原文与第3项写在一段，按编号分开', place: '第9行' },
    ]);
  });

  it('leave a number in a sentence alone, and one that has a paragraph of its own', () => {
    const goals = goalsOf(
      recognise(DOCUMENT.replace('3、巡查文物。4、开展宣传。\n', '3、巡查4、5号文物点。4、见下条。\n4、开展宣传。\n')),
    );
    expect(goals[2]).toBe('巡查4、5号文物点。4、见下条。');
    expect(goals).toHaveLength(5);
  });

  it('end where a form of another kind begins', () => {
    const project = shippedDefinition('dalian-project-target');
    const answers = { projectName: '修缮图书馆', department: '示例局', period: '2026年' };
    const documents = [
      textOf(layOut(departmentDefinition, { answers: departmentAnswers(), fiscalYear: 2026 })),
      textOf(layOut(project, { answers, fiscalYear: 2026 })),
    ];
    const rows = documents.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.rows));
    const { forms } = recogniseDocument(
      { sheets: [{ name: '', rows, knowsSpans: false }] },
      shippedDefinitions,
      options,
    );
    expect(forms.map(({ definitionId }) => definitionId)).toEqual([
      'chengde-department-target',
      'dalian-project-target',
    ]);
    expect(forms[0]?.answers).toEqual(departmentAnswers());
    expect(forms[1]?.answers).toMatchObject({ projectName: '修缮图书馆' });
  });
});

describe('a department’s targets as they are printed', () => {
  const grid = layOut(departmentDefinition, { answers: departmentAnswers(), fiscalYear: 2026 });

  it('end where another form follows word for word', () => {
    const project = layOut(shippedDefinition('haigang-project-target'), {
      answers: { projectName: '甲' },
      fiscalYear: 2026,
      ordinal: 1,
    });
    const { forms } = recogniseDocument(sheetOf(grid, project, grid), shippedDefinitions, options);
    expect(forms.map(({ definitionId }) => definitionId)).toEqual([
      'chengde-department-target',
      'haigang-project-target',
      'chengde-department-target',
    ]);
    for (const index of [0, 2]) expect(forms[index]?.answers).toEqual(departmentAnswers());
  });

  it('leave the title above a table that follows to it', () => {
    const table = documentOf('某项目绩效目标表\n甲|乙|丙\n丁|戊|己').sheets.flatMap(({ rows }) => rows);
    const rows = [...sheetOf(grid).sheets.flatMap((sheet) => sheet.rows), ...table];
    const result = recogniseDocument({ sheets: [{ name: '', rows, knowsSpans: true }] }, shippedDefinitions, options);
    expect(result.forms.map(({ answers }) => answers)).toEqual([departmentAnswers()]);
    expect(result.unrecognised.map(({ text }) => text)).toEqual(['某项目绩效目标表', '甲\t乙\t丙', '丁\t戊\t己']);
  });
});

describe('the central project form of 2015', () => {
  const content = { answers: centralAnswers, fiscalYear: 2026 };

  it('is printed as 财预〔2015〕88号 has it', () => {
    const { rows } = layOut(centralDefinition, content);
    const texts = rows.map((row) => row.cells.map(({ text }) => text));
    expect(texts.slice(0, 9)).toEqual([
      ['项目支出绩效目标申报表'],
      ['（2026年度）'],
      ['项目名称', '乡镇农产品检测站建设'],
      ['主管部门及代码', '示例部 [999]', '实施单位', '示例检验检测中心'],
      ['项目属性', '新增项目', '项目期', '2026年-2028年'],
      ['项目资金（万元）', '中期资金总额：', '1860.00', '年度资金总额：', '620.50'],
      ['其中：财政拨款', '1500.00', '其中：财政拨款', '500.50'],
      ['其他资金', '360.00', '其他资金', '120.00'],
      ['总体目标', '中期目标（2026年—2028年）', '年度目标'],
    ]);
    expect(texts[10]).toEqual([
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '二级指标',
      '三级指标',
      '指标值',
    ]);
  });

  it('says 中期目标 without brackets where its years are not filled in', () => {
    const { rows } = layOut(centralDefinition, { ...content, answers: { ...centralAnswers, periodGoalYears: '' } });
    const texts = rows.flatMap((row) => row.cells.map(({ text }) => text));
    expect(texts).toContain('中期目标');
    const { forms } = recogniseDocument(textOf({ rows, columnWidths: [] }), shippedDefinitions, options);
    expect(forms[0]?.answers).toEqual({ ...centralAnswers, periodGoalYears: '' });
  });

  it('comes back from text without merged cells, each indicator in its own block', () => {
    const { forms, unrecognised } = recogniseDocument(
      textOf(layOut(centralDefinition, content)),
      shippedDefinitions,
      options,
    );
    expect(forms.map(({ definitionId, fiscalYear }) => [definitionId, fiscalYear])).toEqual([
      [centralDefinition.id, 2026],
    ]);
    expect(forms[0]?.answers).toEqual(centralAnswers);
    expect(unrecognised).toEqual([]);
  });

  it('is known in a blank form as the ministry prints it', () => {
    const { forms } = recognise(`
项目支出绩效目标申报表
（2026年度）
项目名称||
主管部门及代码||实施单位|
项目属性||项目期|
项目资金（万元）|中期资金总额：||年度资金总额：|
|其中：财政拨款||其中：财政拨款|
|其他资金||其他资金|
总体目标|中期目标（20××年—20××+n年）||||年度目标||
|目标1：||||目标1：||
绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
|产出指标|数量指标|指标1：||数量指标|指标1：|
||质量指标|指标1：||质量指标|指标1：|
|满意度指标|服务对象满意度指标|指标1：||服务对象满意度指标|指标1：|`);
    expect(forms.map(({ definitionId }) => definitionId)).toEqual([centralDefinition.id]);
    for (const table of ['periodIndicators', 'indicators']) {
      expect(tableRows(forms[0]?.answers ?? {}, table).map((row) => [row.level1, row.level2, row.level3])).toEqual([
        ['产出指标', '数量指标', '指标1：'],
        ['产出指标', '质量指标', '指标1：'],
        ['满意度指标', '服务对象满意度指标', '指标1：'],
      ]);
    }
  });
});

import type { AnswerRow, Answers } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import { shippedDefinition } from './definitions.ts';

/** Invented forms that are more than one ruled table: a document of parts, and tables side by side. */

/** Which columns of a table a list of texts fills. */
function rowsOf(columns: readonly string[], rows: readonly (readonly string[])[]): AnswerRow[] {
  return rows.map((texts) => Object.fromEntries(columns.map((column, index) => [column, texts[index] ?? ''])));
}

export const departmentDefinition: FormDefinition = shippedDefinition('chengde-department-target');

/** The targets of an invented department, with that many goals. */
export function departmentAnswers(goals = 12): Answers {
  const tasks = [
    '为全县乡镇图书馆添置桌椅和书架，改善读者的阅览条件。',
    '开展送书下乡活动，每个行政村全年不少于两次。',
    '对县文化馆消防设施进行检测和更换，消除安全隐患。',
    '举办青少年书法、绘画公益培训班，免费向社会开放。\n培训班分春、秋两季，每季招收学员六十名。',
    '完成四处文物保护单位的日常巡查和保养维护。',
  ];
  return shapeAnswers(departmentDefinition, {
    reportingUnit: '示例县文化旅游局',
    overallGoal: [
      '紧紧围绕县委、县政府中心工作，坚持以人民为中心的工作导向，健全公共文化服务体系，推动文化事业和旅游产业融合发展，不断满足群众日益增长的文化需求。',
      '一是完善公共文化设施网络。推进县、乡、村三级图书馆、文化站达标建设，年内新增阅览座位二百个，图书馆、文化馆全年免费开放不少于三百天。',
      '二是丰富群众文化生活。组织文艺演出、展览、讲座等活动，让群众就近享受到优质的文化服务。',
    ].join('\n'),
    goals: Array.from({ length: goals }, (_, index) => ({ goal: tasks[index % tasks.length] ?? '' })),
    indicators: rowsOf(
      ['level1', 'level2', 'level3', 'description', 'operator', 'value', 'unit', 'basis'],
      [
        ['产出指标', '数量指标', '送书下乡次数', '全年送书下乡活动的场次', '≥', '120', '场', '年初工作计划'],
        ['产出指标', '数量指标', '免费开放天数', '图书馆、文化馆全年开放的天数', '≥', '300', '天', '免费开放管理办法'],
        ['产出指标', '质量指标', '设施完好率', '文化设施完好可用的比例', '≥', '95', '%', '年度考核办法'],
        [
          '效果指标',
          '社会效益指标',
          '群众文化获得感',
          '活动对丰富群众生活的作用',
          '文字描述',
          '',
          '逐步提高',
          '年初工作计划',
        ],
        ['满意度指标', '服务对象满意度指标', '读者满意度', '读者问卷调查的结果', '≥', '90', '%', '满意度调查'],
      ],
    ),
    measures: [
      '（一）加强组织领导。成立工作专班，主要负责同志负总责，分管负责同志具体抓，定期研究解决工作中的困难和问题。',
      '（二）加强资金管理。严格执行预算，专款专用，按季度通报支出进度，确保资金安全、规范、高效使用。',
    ].join('\n'),
  });
}

export const centralDefinition: FormDefinition = shippedDefinition('central-2015-project-target');

const INDICATOR = ['level1', 'level2', 'level3', 'target'];

/** An invented project over three years; its indicators of the term and of the year do not stand in equal numbers. */
export const centralAnswers: Answers = shapeAnswers(centralDefinition, {
  projectName: '乡镇农产品检测站建设',
  department: '示例部 [999]',
  implementingUnit: '示例检验检测中心',
  projectAttribute: '新增项目',
  period: '2026年-2028年',
  periodFunds: { total: '1860.00', fiscal: '1500.00', other: '360.00' },
  annualFunds: { total: '620.50', fiscal: '500.50', other: '120.00' },
  periodGoalYears: '2026年—2028年',
  periodGoal: '目标1：建成十二个乡镇检测站，具备常规项目的检测能力。\n目标2：检测人员全部持证上岗。',
  annualGoal: '目标1：建成四个乡镇检测站并投入使用。\n目标2：培训检测人员三十人。\n目标3：完成抽样检测两千批次。',
  periodIndicators: rowsOf(INDICATOR, [
    ['产出指标', '数量指标', '建成检测站', '=12个'],
    ['产出指标', '质量指标', '设备验收合格率', '=100%'],
    ['产出指标', '成本指标', '单站建设成本', '≤155万元'],
    ['效益指标', '社会效益指标', '农产品抽检合格率', '≥98%'],
    ['效益指标', '可持续影响指标', '基层检测能力', '持续提升'],
    ['满意度指标', '服务对象满意度指标', '送检农户满意度', '≥90%'],
  ]),
  indicators: rowsOf(INDICATOR, [
    ['产出指标', '数量指标', '建成检测站', '=4个'],
    ['产出指标', '数量指标', '培训检测人员', '≥30人'],
    ['产出指标', '数量指标', '抽样检测批次', '≥2000批次'],
    ['产出指标', '质量指标', '设备验收合格率', '=100%'],
    ['产出指标', '时效指标', '投入使用时间', '2026年10月底前'],
    ['效益指标', '社会效益指标', '农产品抽检合格率', '≥97%'],
    ['满意度指标', '服务对象满意度指标', '送检农户满意度', '≥85%'],
  ]),
});

import { readFileSync } from 'node:fs';
import type { AnswerRow, Answers } from '../../shared/domain/answers.ts';
import { definitionSchema } from '../../shared/forms/definition.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import { makeSection } from '../../shared/paper/make-section.ts';
import { defaultPaperSettings, type PaperDocument, type PaperSection } from '../../shared/paper/paper-document.ts';

/** Invented forms for everything that goes to paper. */

export const projectTarget = definitionSchema.parse(
  JSON.parse(readFileSync(new URL('../../resources/forms/dalian-project-target.json', import.meta.url), 'utf8')),
);

const INDICATORS: readonly (readonly [string, string, string, string])[] = [
  ['产出指标', '数量指标', '配备乡镇卫生院彩色超声诊断设备', '≥12台'],
  ['产出指标', '数量指标', '培训基层医务人员', '≥260人次'],
  ['产出指标', '质量指标', '设备验收合格率', '=100%'],
  ['产出指标', '时效指标', '设备到位并完成安装调试，具备开展诊疗服务条件的时间', '2026年9月底前'],
  ['产出指标', '成本指标', '单台设备购置成本', '≤38.5万元'],
  ['效益指标', '社会效益指标', '辖区居民在基层就诊的比例', '≥65%'],
  ['效益指标', '可持续影响指标', '基层医疗服务能力', '逐步提高'],
  ['满意度指标', '服务对象满意度指标', '就诊群众满意度', '≥90%'],
];

const SENTENCES = [
  '为示例县十二个乡镇卫生院更新超声、放射和检验设备，解决设备超期服役、检查项目不全的问题。',
  '按照“保基本、强基层、建机制”的要求，优先安排服务人口多、距离县城远的卫生院。',
  '设备由县卫生健康局统一采购，第三季度完成安装调试和人员培训，年底前全部投入使用。',
  '建立设备使用台账，按季度统计检查人次、阳性率和故障时间，结果与下年度维护经费挂钩。',
];

/** A text of about that many characters, with a paragraph now and then. */
export function longText(length: number): string {
  let text = '';
  for (let index = 0; text.length < length; index += 1) {
    text += `${index + 1}.${SENTENCES[index % SENTENCES.length] ?? ''}${index % 3 === 2 ? '\n' : ''}`;
  }
  return text.slice(0, length).trimEnd();
}

function indicatorRows(count: number): AnswerRow[] {
  return Array.from({ length: count }, (_, index) => {
    const at = count <= INDICATORS.length ? index : Math.floor((index / count) * INDICATORS.length);
    const [level1 = '', level2 = '', level3 = '', target = ''] = INDICATORS[at] ?? [];
    return { level1, level2, level3: count <= INDICATORS.length ? level3 : `${level3}（第${index + 1}项）`, target };
  });
}

/** Answers of an invented project; `ordinal` makes forms differ. */
export function sampleAnswers(
  ordinal: number,
  options: { readonly indicators?: number; readonly goalLength?: number } = {},
): Answers {
  return shapeAnswers(projectTarget, {
    projectName: `基层医疗机构设备更新（第${ordinal}批）`,
    reportingUnit: '示例县卫生健康局',
    period: '2026.01.01-2027.12.31',
    department: '示例县卫生健康局',
    implementingUnit: `示例县第${ordinal}中心卫生院`,
    projectAttribute: '新增项目',
    projectCategory: '特定目标类',
    periodFunds: { total: '924.00', fiscal: '900.00', other: '24.00' },
    annualFunds: { total: '462.5', fiscal: '450.5', other: '12.00' },
    periodGoal: longText(options.goalLength ?? 180),
    annualGoal: longText(options.goalLength === undefined ? 120 : Math.floor(options.goalLength / 2)),
    indicators: indicatorRows(options.indicators ?? 8),
  });
}

/** Answers as a section of a document. */
export function sampleSection(ordinal: number, answers: Answers): PaperSection {
  const id = `00000000-0000-4000-8000-${String(ordinal).padStart(12, '0')}`;
  return makeSection(projectTarget, { id, answers, fiscalYear: 2026 });
}

/** A document of these sections with nothing moved. */
export function sampleDocument(sections: readonly PaperSection[]): PaperDocument {
  return { title: '示例县卫生健康局绩效目标表', sections, settings: defaultPaperSettings };
}

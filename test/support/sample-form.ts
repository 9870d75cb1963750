import { makeContext } from '../../shared/checks/context.ts';
import type { Rule } from '../../shared/checks/rule.ts';
import { runRule } from '../../shared/checks/run-checks.ts';
import type { AnswerRow, Answers } from '../../shared/domain/answers.ts';
import { withField, withRows } from '../../shared/domain/answers.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { shippedDefinition } from './definitions.ts';

/** The definition the rules are tried on; tests change copies of it. */
export const sampleDefinition: FormDefinition = shippedDefinition('dalian-project-target');
export const sampleYear = 2026;

/** One indicator row. */
export function indicator(level1: string, level2: string, level3: string, target: string): AnswerRow {
  return { level1, level2, level3, target };
}

/** A row under 产出指标, as most cases need. */
export function output(level3: string, target: string, level2 = '数量指标'): AnswerRow {
  return indicator('产出指标', level2, level3, target);
}

/** Invented indicators that no rule has anything to say about. */
export const soundIndicators: readonly AnswerRow[] = [
  output('延时开放图书室数量', '≥4个'),
  output('培训合格率', '≥95%', '质量指标'),
  output('开放时间', '2026年6月底前', '时效指标'),
  output('每个图书室运行费用', '≤3.5万元', '成本指标'),
  indicator('效益指标', '社会效益指标', '居民阅读条件', '逐步改善'),
  indicator('满意度指标', '服务对象满意度指标', '读者满意度', '≥90%'),
];

/** An invented form that no rule has anything to say about. */
export const soundAnswers: Answers = {
  projectName: '乡镇图书馆延时开放',
  reportingUnit: '示例县文化旅游局',
  period: '2026.01.01-2026.12.31',
  department: '示例县文化旅游局',
  implementingUnit: '示例县图书馆',
  projectAttribute: '延续项目',
  projectCategory: '特定目标类',
  periodFunds: { total: '120.50', fiscal: '100.50', other: '20' },
  annualFunds: { total: '60.25', fiscal: '60.25', other: null },
  periodGoal: '三年内在十二个乡镇开放图书室，使读者在工作日晚间有书可读。',
  annualGoal: '2026年在四个乡镇延时开放图书室，培训管理员八人。',
  indicators: soundIndicators,
};

/** The sound form with some fields set, by field id. */
export function soundWith(fields: { readonly [id: string]: string | null }): Answers {
  return Object.entries(fields).reduce((answers, [id, value]) => withField(answers, id, value), soundAnswers);
}

/** The sound form with these indicator rows and no others. */
export function withIndicators(rows: readonly AnswerRow[]): Answers {
  return withRows(soundAnswers, 'indicators', rows);
}

/** What one rule finds on answers of the sample form. */
export function findingsOf(rule: Rule, answers: Answers, definition: FormDefinition = sampleDefinition): Finding[] {
  return runRule(rule, makeContext(definition, { answers, fiscalYear: sampleYear }));
}

/** The outcomes of one rule, in order. */
export function outcomesOf(rule: Rule, answers: Answers, definition?: FormDefinition): string[] {
  return findingsOf(rule, answers, definition).map((finding) => finding.outcome);
}

/** The paths at which one rule fails. */
export function failedPaths(rule: Rule, answers: Answers, definition?: FormDefinition): string[] {
  return findingsOf(rule, answers, definition)
    .filter((finding) => finding.outcome === 'fail')
    .map((finding) => finding.path);
}

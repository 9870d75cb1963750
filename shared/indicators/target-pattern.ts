import { z } from 'zod';
import { canonicalTarget, parseTarget } from '../domain/target.ts';

const operatorSchema = z.enum(['=', '≥', '≤', '>', '<']);

/**
 * How the target of an indicator is usually written: a figure with sign and unit (`≥…%`), or words. `{year}` in the
 * words stands for the form's year.
 */
export const targetPatternSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('figure'), operator: operatorSchema.nullable(), unit: z.string().max(32) }),
  z.strictObject({ form: z.literal('words'), words: z.array(z.string().min(1)).min(1) }),
]);
export type TargetPattern = z.infer<typeof targetPatternSchema>;

/** The kinds of indicators, by what their target is. */
export const indicatorKinds = ['count', 'rate', 'money', 'date', 'duration', 'words'] as const;
export const indicatorKindSchema = z.enum(indicatorKinds);
export type IndicatorKind = z.infer<typeof indicatorKindSchema>;

const YEAR = /(?<!\d)20\d{2}(?=年)/gu;

/** The pattern a target follows; null for one that is empty or says that there is none. */
export function patternOf(text: string): TargetPattern | null {
  const trimmed = text.trim();
  if (/^(?:|无|不适用|不涉及|[/—-]+)$/u.test(trimmed)) return null;
  const target = parseTarget(trimmed);
  if (target.kind === 'measure') return { form: 'figure', operator: target.operator, unit: target.unit };
  return { form: 'words', words: [trimmed.replace(YEAR, '{year}')] };
}

/** Words of a pattern for a form's year. */
export function wordsFor(words: string, fiscalYear: number): string {
  return words.replaceAll('{year}', String(fiscalYear));
}

const MONEY = /^[万亿]?元/u;
const DURATION = /^(?:个)?(?:工作日|日|天|小时|分钟|秒|年|个月|月|周)$/u;
const DATE = /\{year\}|\d年|\d月|\d日|[年月季]底|季度末/u;

/** What kind of indicator follows a pattern. */
export function kindOfPattern(pattern: TargetPattern): IndicatorKind {
  if (pattern.form === 'words') return DATE.test(pattern.words[0] ?? '') ? 'date' : 'words';
  const unit = pattern.unit.normalize('NFKC');
  if (/[%‰]|^百分|^\/十万/u.test(unit)) return 'rate';
  if (MONEY.test(unit)) return 'money';
  return DURATION.test(unit) ? 'duration' : 'count';
}

/** A text to be written and where the caret stands in it, counted in UTF-16 units. */
export interface BegunText {
  readonly text: string;
  readonly caret: number;
}

/** A target begun by its pattern: sign and unit with the caret between them, or the words. */
export function beginTarget(pattern: TargetPattern, fiscalYear: number): BegunText {
  if (pattern.form === 'figure') {
    const operator = pattern.operator ?? '';
    return { text: `${operator}${pattern.unit}`, caret: operator.length };
  }
  const text = wordsFor(pattern.words[0] ?? '', fiscalYear);
  return { text, caret: text.length };
}

/**
 * What was typed, completed by a pattern: `95` and `≥…%` make `≥95%`.
 * @returns undefined where what was typed is no figure, or says sign and unit already
 */
export function completeTarget(typed: string, pattern: TargetPattern): string | undefined {
  if (pattern.form === 'words') return undefined;
  const target = parseTarget(typed);
  if (target.kind === 'words' || (target.operator !== null && target.unit !== '')) return undefined;
  if (target.unit !== '' && !pattern.unit.startsWith(target.unit)) return undefined;
  const completed = canonicalTarget({ ...target, operator: target.operator ?? pattern.operator, unit: pattern.unit });
  return completed === typed.trim() ? undefined : completed;
}

/** How targets are usually written where nothing is known of an indicator but its name and category. */
export function usualPattern(name: string, category: string): TargetPattern | null {
  const bare = name.normalize('NFKC').replace(/\([^()]*\)$/u, '');
  if (/(?:率|满意度|比例|占比|比重|覆盖面)$/u.test(bare)) return { form: 'figure', operator: '≥', unit: '%' };
  if (/(?:人次)数?$/u.test(bare)) return { form: 'figure', operator: '≥', unit: '人次' };
  if (/(?:人数|人员数量?)$/u.test(bare)) return { form: 'figure', operator: '≥', unit: '人' };
  if (/(?:户数)$/u.test(bare)) return { form: 'figure', operator: '≥', unit: '户' };
  if (/(?:金额|费用|成本|经费|总价|投资额?)$/u.test(bare)) return { form: 'figure', operator: '≤', unit: '万元' };
  if (category === '时效指标' && /时间|日期|节点/u.test(bare)) return { form: 'words', words: ['{year}年12月底前'] };
  return null;
}

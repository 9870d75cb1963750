import { parseTarget } from '../../domain/target.ts';
import type { Indicator } from '../indicators.ts';
import { isGrowthName, isRateName, saysNone } from '../indicators.ts';
import { judgeIndicators, judgeMeasures } from '../judging.ts';
import type { Problem, Rule } from '../rule.ts';
import { indicatorFamilies } from '../rule.ts';

/** A problem at an indicator's target; with `value`, a fix that sets it. */
function atTarget({ targetPath }: Indicator, message: string, value?: string): Problem {
  if (value === undefined) return { path: targetPath, message };
  return { path: targetPath, message, fix: { label: `改为“${value}”`, path: targetPath, value } };
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

export const targetReadable: Rule = {
  id: 'target-readable',
  title: '指标值能看懂',
  severity: 'warning',
  source: '财预〔2015〕88号: targets are measurable; a comparison sign needs one number and its unit after it',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) => {
      const text = fold(indicator.target);
      if (!/^[=≥≤><≧≦⩾⩽]/u.test(text) || indicator.parsed.kind === 'measure') return undefined;
      if (/^[=≥≤><]*%/u.test(text)) return undefined;
      const date = /\d年|\d月/u.test(text);
      const advice = date ? '日期前不用比较符号，请写成“某年某月底前”' : '比较符号后应是一个数字和单位，例如“≥90%”';
      return atTarget(indicator, `看不懂指标值“${indicator.target.slice(0, 20)}”：${advice}。`);
    }),
};

export const percentWithoutNumber: Rule = {
  id: 'target-percent-alone',
  title: '百分号前有数字',
  severity: 'warning',
  source: 'Real forms: `≥%` where the number was to be filled in',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) =>
      /(?:^|[^\d零一二三四五六七八九十百])%/u.test(fold(indicator.target))
        ? atTarget(indicator, '百分号前没有数字，请补上。')
        : undefined,
    ),
};

export const percentInWords: Rule = {
  id: 'target-percent-words',
  title: '百分比写作 %',
  severity: 'warning',
  source: 'Real forms: `96百分比`, `百分之96`',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) => {
      const match = /^([=≥≤><]*)(?:百分之(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)百分[比点号])$/u.exec(fold(indicator.target));
      if (!match) return undefined;
      const value = `${match[1] ?? ''}${match[2] ?? match[3] ?? ''}%`;
      return atTarget(indicator, `指标值“${indicator.target}”请用百分号，写成“${value}”。`, value);
    }),
};

export const approximate: Rule = {
  id: 'target-approximate',
  title: '指标值不用约数',
  severity: 'warning',
  source: '财预〔2015〕88号: targets are measurable; real forms have 约45元/次',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) =>
      /(?:约|大概|左右|大约)[=≥≤><]?\d|\d[^，。；、,;]{0,8}左右/u.test(fold(indicator.target))
        ? atTarget(indicator, `指标值“${indicator.target.slice(0, 20)}”是约数，无法考核，请写确定的数，或用“≥”“≤”。`)
        : undefined,
    ),
};

export const doubledBound: Rule = {
  id: 'target-bound-twice',
  title: '界限只写一次',
  severity: 'hint',
  source: 'Plain writing: `≥90%以上` says the same twice, `≥90%以下` contradicts itself',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, (indicator, { operator, value, unit }) => {
      const word = /(?:及以上|以上|以内|以下|之内)$/u.exec(unit)?.[0];
      if (operator === null || word === undefined) return undefined;
      const isLower = word.endsWith('以上');
      const agrees = isLower ? operator === '≥' : operator === '≤';
      if (!agrees) return atTarget(indicator, `指标值“${indicator.target}”的“${operator}”与“${word}”不一致，请改正。`);
      const plain = `${operator}${value}${unit.slice(0, -word.length)}`;
      return atTarget(indicator, `“${operator}”与“${word}”重复，写成“${plain}”即可。`, plain);
    }),
};

export const fullRate: Rule = {
  id: 'target-full-rate',
  title: '比率不写 ≥100%',
  severity: 'hint',
  source: 'Arithmetic: a rate cannot pass 100 %; real forms have ≥100%',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, (indicator, { operator, value, unit }) => {
      const isFull = (operator === '≥' || operator === '>') && /^100(?:\.0+)?$/u.test(value) && unit === '%';
      if (!isFull || !isRateName(indicator.name) || isGrowthName(indicator.name)) return undefined;
      return atTarget(indicator, `“${indicator.name}”不会超过 100%，写成“=100%”更准确。`, '=100%');
    }),
};

export const rateTooHigh: Rule = {
  id: 'target-rate-above',
  title: '比率不超过 100%',
  severity: 'warning',
  source: 'Arithmetic: a rate cannot pass 100 %, unless it is one of growth',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, (indicator, { value, unit }) => {
      if (!isRateName(indicator.name) || isGrowthName(indicator.name)) return undefined;
      if (
        !['%', ''].includes(unit) ||
        !/^\d{3,}(?:\.\d+)?$/u.test(value) ||
        /^0*(?:100(?:\.0+)?|\d\d?(?:\.\d+)?)$/u.test(value)
      )
        return undefined;
      return atTarget(indicator, `“${indicator.name}”的指标值 ${value}${unit} 超过 100%，请核对。`);
    }),
};

export const targetRepeatsName: Rule = {
  id: 'target-repeats-name',
  title: '指标值不重复指标名称',
  severity: 'hint',
  source: '财预〔2015〕88号: targets are measurable; real forms repeat the indicator in its target',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) =>
      indicator.name !== '' && !saysNone(indicator.name) && fold(indicator.name) === fold(indicator.target)
        ? atTarget(indicator, '指标值与指标名称相同，请写要达到的程度，例如“逐步提高”或具体数值。')
        : undefined,
    ),
};

export const targetAndNameSwapped: Rule = {
  id: 'target-name-swapped',
  title: '指标名称与指标值没有填反',
  severity: 'warning',
  source: 'Real forms: cells of a row exchanged',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, (indicator) => {
      const name = parseTarget(indicator.name);
      // A number in front alone says little: `12345热线办结` is a name.
      const looksLikeTarget = name.kind === 'measure' && (name.operator !== null || name.unit === '%');
      if (!looksLikeTarget || indicator.parsed.kind !== 'words' || indicator.target === '') return undefined;
      const message = `指标名称“${indicator.name}”像是指标值，请检查这一行是否填反。`;
      return { path: indicator.namePath, message };
    }),
};

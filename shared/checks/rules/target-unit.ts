import { isRateName } from '../indicators.ts';
import { judgeMeasures } from '../judging.ts';
import type { Rule } from '../rule.ts';
import { indicatorFamilies } from '../rule.ts';

const MONEY = /^(?:万|亿)?元/u;

export const rateWithoutPercent: Rule = {
  id: 'target-rate-without-percent',
  title: '比率有百分号',
  severity: 'warning',
  source: '财预〔2015〕88号: targets are measurable; real forms have ≥90 as the target of a rate',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, ({ name, target, targetPath }, { value, unit }) => {
      if (unit !== '' || !isRateName(name)) return undefined;
      const message = `“${name}”是比率，指标值“${target}”没有百分号，请补上。`;
      // 0.95 may mean 95 %: no certain mend.
      if (!/^\d+(?:\.\d+)?$/u.test(value) || /^[01](?:\.|$)/u.test(value)) return { path: targetPath, message };
      return { path: targetPath, message, fix: { label: `改为“${target}%”`, path: targetPath, value: `${target}%` } };
    }),
};

export const quantityWithoutUnit: Rule = {
  id: 'target-without-unit',
  title: '数量有单位',
  severity: 'hint',
  source: '财预〔2021〕101号: a target has a value and a unit of measure',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, ({ name, target, targetPath }, { unit }) => {
      if (unit !== '' || isRateName(name) || /\(.+\)$/u.test(name.normalize('NFKC'))) return undefined;
      return { path: targetPath, message: `指标值“${target}”没有单位，请写明，例如“人”“个”“次”。` };
    }),
};

export const unitUnsuitable: Rule = {
  id: 'target-unit-unsuitable',
  title: '单位与指标相符',
  severity: 'warning',
  source: '财预〔2021〕101号: rates have %, people 人, money 元 or 万元; quantities are not money',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, ({ name, category, target, targetPath }, { unit }) => {
      if (unit === '') return undefined;
      const bare = name.normalize('NFKC').replace(/\([^()]*\)$/u, '');
      if (/人数$/u.test(bare) && !/人|名|户|例|%/u.test(unit)) {
        return { path: targetPath, message: `“${name}”的单位应是“人”，现在是“${unit}”，请核对。` };
      }
      if (isRateName(name) && MONEY.test(unit)) {
        return { path: targetPath, message: `“${name}”是比率，指标值“${target}”却是金额，请核对。` };
      }
      if (/数量指标$/u.test(category) && MONEY.test(unit)) {
        return { path: targetPath, message: `数量指标的指标值“${target}”是金额，请改为数量，或归入成本指标。` };
      }
      return undefined;
    }),
};

export const moneyUnitCut: Rule = {
  id: 'target-money-unit-cut',
  title: '金额单位写全',
  severity: 'hint',
  source: 'Real forms: 100万 where 100万元 is meant, in cost indicators',
  families: indicatorFamilies,
  run: (context) =>
    judgeMeasures(context, ({ name, category, target, targetPath }, { unit }) => {
      const isMoney = /成本/u.test(category) || /(?:金额|费|费用|成本|标准|经费|资金)$/u.test(name);
      if (!isMoney || !/^万(?:$|\/)/u.test(unit)) return undefined;
      const at = target.lastIndexOf('万') + 1;
      const value = `${target.slice(0, at)}元${target.slice(at)}`;
      const message = `指标值“${target}”的单位请写全，例如“万元”。`;
      return { path: targetPath, message, fix: { label: `改为“${value}”`, path: targetPath, value } };
    }),
};

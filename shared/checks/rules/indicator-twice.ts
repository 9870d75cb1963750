import { placeName } from '../../forms/place-name.ts';
import { saysNone } from '../indicators.ts';
import type { Problem, Rule } from '../rule.ts';
import { indicatorFamilies, judge, notApplicable } from '../rule.ts';

export const indicatorTwice: Rule = {
  id: 'indicator-twice',
  title: '指标不重复',
  severity: 'warning',
  source: 'Real forms: the same indicator twice, left from copying rows',
  families: indicatorFamilies,
  run(context) {
    const all = context.indicators.filter(({ name }) => name !== '' && !saysNone(name));
    if (all.length < 2) return notApplicable('不到两个指标。');
    const first = new Map<string, string>();
    const problems: Problem[] = [];
    for (const { table, row, name, namePath } of all) {
      const key = JSON.stringify([table.id, ...table.groupBy.map((column) => row[column]), name.replace(/\s/gu, '')]);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, namePath);
        continue;
      }
      const where = placeName(context.definition, earlier.slice(0, earlier.lastIndexOf('.')));
      problems.push({ path: namePath, message: `“${name.slice(0, 30)}”与${where}重复，请删除或改写其中一行。` });
    }
    return judge(problems);
  },
};

import { isOnePerUnit } from '../../forms/one-per-unit.ts';
import { judge, notApplicable, type Rule } from '../rule.ts';

/** Which of several tables others draw on is said by `surroundingsOf`. */
export const formTwice: Rule = {
  id: 'form-twice',
  title: '本年度没有重复的表',
  severity: 'warning',
  source: '财预〔2016〕143号: a unit has one set of tables a year; of two, other tables can draw on one only',
  families: 'all',
  run({ definition, content, surroundings }) {
    if (!isOnePerUnit(definition)) return notApplicable('这类表一个单位可以有多张。');
    const { twins } = surroundings;
    if (twins === null) return [{ outcome: 'couldNotRun', path: '', reason: '没有本年度的其他表单可以比较。' }];
    if (twins === 0) return judge([]);
    const drawn = definition.set === undefined ? '' : '其他表只取列表中排在前面、有合计数的一张，';
    const message = `${content.fiscalYear}年度本单位有 ${twins + 1} 张《${definition.name}》，${drawn}请留下一张，删除多余的。`;
    return judge([{ path: '', message }]);
  },
};

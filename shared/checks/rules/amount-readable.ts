import type { AmountUnit } from '../../domain/amount.ts';
import { convertAmount, parseAmount } from '../../domain/amount.ts';
import type { CheckedCell } from '../cells.ts';
import type { Problem, Rule } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';

const WITH_UNIT = /^(.{1,40}?)(万元|元)$/u;

/** `70万元` in a form in 万元 is certainly 70, and `700000元` too. */
function withoutUnit(text: string, formUnit: AmountUnit): string | undefined {
  const match = WITH_UNIT.exec(text.normalize('NFKC').trim());
  const amount = match?.[1] === undefined ? undefined : parseAmount(match[1]);
  if (amount === undefined) return undefined;
  return convertAmount(amount, match?.[2] === '万元' ? '万元' : '元', formUnit);
}

function problemOf(cell: CheckedCell, formUnit: AmountUnit): Problem {
  const value = withoutUnit(cell.text, formUnit);
  const message = `“${cell.label}”应填数字（单位：${formUnit}），现在是“${cell.text.slice(0, 20)}”，请改正。`;
  if (value === undefined) return { path: cell.path, message };
  return { path: cell.path, message, fix: { label: `改为 ${value}`, path: cell.path, value } };
}

export const amountReadable: Rule = {
  id: 'amount-readable',
  title: '金额是数字',
  severity: 'error',
  source: 'The definition (fields and columns of type amount); 元 or 万元 typed into the cell is common in real forms',
  families: 'all',
  run({ definition, filled }) {
    const amounts = filled.filter((cell) => cell.type === 'amount');
    if (amounts.length === 0) return notApplicable('没有填写金额。');
    const unreadable = amounts.filter((cell) => parseAmount(cell.text) === undefined);
    return judge(unreadable.map((cell) => problemOf(cell, definition.amountUnit)));
  },
};

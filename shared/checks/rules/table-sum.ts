import { addAmounts, compareAmounts } from '../../domain/amount.ts';
import type { Difference } from '../../forms/arithmetic/differences.ts';
import type { CheckContext } from '../context.ts';
import { budgetFamilies, notApplicable, type Problem, type Rule, type Verdict } from '../rule.ts';
import { type CheckedSheet, checkedSheets } from '../table-sheets.ts';

/** What rounding can move for each amount that was added up, in the form's unit. */
const ROUNDING_STEP = '0.01';

function decimals(amount: string | null): number {
  return amount === null ? 2 : (amount.split('.')[1]?.length ?? 0);
}

/** What the rounding of the amounts added up can come to. */
function tolerance({ addends }: Difference): string {
  return addAmounts(Array.from({ length: addends }, () => ROUNDING_STEP)) ?? '0';
}

/** True where the difference can come from rounding: two decimals throughout, and no more than 0.01 per amount. */
function isRounding(difference: Difference): boolean {
  if (difference.printed === null || difference.addends < 2) return false;
  if (decimals(difference.printed) !== 2 || decimals(difference.computed) !== 2) return false;
  return compareAmounts(difference.difference, tolerance(difference)) !== 1;
}

const shown = (amount: string | null, unit: string): string => (amount === null ? '空白' : ` ${amount} ${unit}`);

function problemOf({ sheet, ownPath }: CheckedSheet, difference: Difference): Problem {
  const { amountUnit } = sheet.definition;
  const { printed, computed, words } = difference;
  const path = ownPath(difference.path);
  const figures = `表上为${shown(printed, amountUnit)}，按“${words}”应为${shown(computed, amountUnit)}`;
  const apart = `相差 ${difference.difference} ${amountUnit}`;
  const advice = isRounding(difference)
    ? `${difference.addends} 个数相加，尾差允许 ${tolerance(difference)}，请核对`
    : '请核对';
  const message = `${figures}，${apart}，${advice}。`;
  // A line that is not in the answers yet is filled in when they are saved.
  if (!difference.isOwn || path !== difference.path) return { path, message };
  return { path, message, fix: { label: '按计算结果更正', path, value: computed ?? '' } };
}

/** Sums within the table: those whose formula uses nothing of other tables. */
function judgeSums(context: CheckContext, wantsRounding: boolean): readonly Verdict[] {
  const sheets = checkedSheets(context);
  if (sheets.length === 0) return notApplicable('本表没有合计关系。');
  const verdicts = sheets.flatMap((checked): Verdict[] => {
    const { differences, unchecked } = checked.comparison;
    const own = differences.filter((difference) => !difference.isFromOthers);
    return [
      ...own
        .filter((difference) => isRounding(difference) === wantsRounding)
        .map((difference): Verdict => ({ outcome: 'fail', ...problemOf(checked, difference) })),
      ...unchecked
        .filter(({ isFromOthers }) => !isFromOthers && !wantsRounding)
        .map(({ path, words }): Verdict => {
          return {
            outcome: 'couldNotRun',
            path: checked.ownPath(path),
            reason: `“${words}”中有不是数字的内容，无法核对。`,
          };
        }),
    ];
  });
  if (verdicts.length > 0) return verdicts;
  const isEmpty = sheets.every(({ comparison }) => comparison.compared === 0);
  return isEmpty ? notApplicable('表中没有填写内容。') : [{ outcome: 'pass' }];
}

export const tableSum: Rule = {
  id: 'table-sum',
  title: '表内合计成立',
  severity: 'error',
  source:
    'The definition (tree, groups, formulas); 财预〔2016〕143号: 项 into 款 into 类 into 合计; exact, apart from table-sum-rounding',
  families: budgetFamilies,
  run: (context) => judgeSums(context, false),
};

export const tableSumRounding: Rule = {
  id: 'table-sum-rounding',
  title: '表内合计没有尾差',
  severity: 'warning',
  source: 'The definition (tree, groups, formulas); up to 0.01 per amount added up, where all have two decimals',
  families: budgetFamilies,
  run: (context) => judgeSums(context, true),
};

/** Amounts that come from another table. What may differ from it is left to the relations. */
export const tableSource: Rule = {
  id: 'table-source',
  title: '取自其他表的数与其一致',
  severity: 'error',
  source:
    'The definition (formulas over other tables); 财预〔2016〕143号: the tables of a budget are one set of figures',
  families: budgetFamilies,
  run: (context) => {
    const sheets = checkedSheets(context);
    const verdicts = sheets.flatMap((checked): Verdict[] => {
      const { differences, unchecked } = checked.comparison;
      const missing = unchecked.filter(({ isFromOthers }) => isFromOthers);
      return [
        ...differences
          .filter(({ isFromOthers, mayDiffer }) => isFromOthers && !mayDiffer)
          .map((difference): Verdict => ({ outcome: 'fail', ...problemOf(checked, difference) })),
        // One sentence is enough: a table that is not there is missed by every amount that comes from it.
        ...missing.slice(0, 1).map(({ path, words }): Verdict => {
          const reason = `${missing.length} 个数取自其他表，那些表还没有填，例如“${words}”。`;
          return { outcome: 'couldNotRun', path: checked.ownPath(path), reason };
        }),
      ];
    });
    if (verdicts.length > 0) return verdicts;
    const isFromOthers = sheets.some(({ sheet }) =>
      [...sheet.formulas.computing.values()].some(({ otherPlus }) => otherPlus.length > 0),
    );
    return isFromOthers ? [{ outcome: 'pass' }] : notApplicable('本表没有取自其他表的数。');
  },
};

import { absoluteAmount, addAmounts, compareAmounts, fenToAmount } from '../../domain/amount.ts';
import { tableRows } from '../../domain/answers.ts';
import { type CellValue, otherPlaceWords, otherValue, valueIn } from '../../forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../forms/definition.ts';
import { shapeAnswers } from '../../forms/shape.ts';
import { rowIndexOf } from '../../forms/table-rows.ts';
import type { CheckContext } from '../context.ts';
import { budgetFamilies, notApplicable, type Rule, type Verdict } from '../rule.ts';
import { checkedSheets } from '../table-sheets.ts';

type Relation = FormDefinition['relations'][number];
type Term = Relation['left'][number];

const ROUNDING_STEP = '0.01';

/** One side of a relation: what it comes to and how many amounts went into it; a term that is unknown, in words. */
interface Side {
  readonly sum: bigint;
  readonly addends: number;
  readonly unknown: string | undefined;
}

function termValues({ definition, content, surroundings }: CheckContext, term: Term): readonly CellValue[] | undefined {
  if ('amountsOf' in term) return surroundings.amountsOf.get(term.amountsOf);
  const value =
    term.definition === undefined
      ? valueIn(definition, shapeAnswers(definition, content.answers), term)
      : otherValue(surroundings.tables, term);
  return [value];
}

function termWords({ surroundings }: CheckContext, term: Term): string {
  if ('amountsOf' in term) return '项目绩效目标表';
  return term.definition === undefined ? '本表的数' : otherPlaceWords(surroundings.tables, term);
}

function sideOf(context: CheckContext, terms: readonly Term[]): Side {
  let sum = 0n;
  let addends = 0;
  for (const term of terms) {
    const values = termValues(context, term);
    if (values === undefined) return { sum, addends, unknown: termWords(context, term) };
    for (const value of values) {
      if (value === undefined) return { sum, addends, unknown: termWords(context, term) };
      sum += value ?? 0n;
      addends += 1;
    }
  }
  return { sum, addends, unknown: undefined };
}

/** Amounts that are sums of several may each have been rounded; two single amounts must be the same. */
function toleranceOf(left: Side, right: Side): string {
  const rounded = [left, right].reduce((count, { addends }) => count + (addends > 1 ? addends : 0), 0);
  return addAmounts(Array.from({ length: rounded }, () => ROUNDING_STEP)) ?? '0';
}

function pathOf(context: CheckContext, terms: readonly Term[]): string {
  const [term] = terms;
  const [table] = context.definition.tables;
  const [checked] = checkedSheets(context);
  if (!table || !checked || !term || 'amountsOf' in term || term.definition !== undefined) return '';
  const rows = tableRows(shapeAnswers(context.definition, context.content.answers), table.id);
  const row = rowIndexOf(table, rows, term.row);
  return row < 0 ? '' : checked.ownPath(`${table.id}.${row}.${term.column}`);
}

function judge(context: CheckContext, relation: Relation): Verdict {
  const path = pathOf(context, relation.left);
  const name = `“${relation.name}”`;
  const couldNot = (words: string): Verdict => ({
    outcome: 'couldNotRun',
    path,
    reason: `${name}无法核对：${words}还没有填，或者不是数字。`,
  });
  if (relation.when) {
    const condition = relation.when.zero.map((term) => sideOf(context, [term]));
    const unknown = condition.find((side) => side.unknown !== undefined)?.unknown;
    if (condition.some(({ sum }) => sum !== 0n)) {
      return { outcome: 'notApplicable', reason: `${name}只在${relation.when.says}时成立。` };
    }
    if (unknown !== undefined) return couldNot(unknown);
  }
  const left = sideOf(context, relation.left);
  const right = sideOf(context, relation.right);
  const unknown = left.unknown ?? right.unknown;
  if (unknown !== undefined) return couldNot(unknown);
  const unit = context.definition.amountUnit;
  const shown = (fen: bigint): string => {
    const [whole = '0', fraction = ''] = fenToAmount(fen, unit).split('.');
    return `${whole}.${fraction.padEnd(2, '0')}`;
  };
  const apart = left.sum - right.sum;
  const isShort = relation.compare === 'atLeast' ? apart < 0n : apart !== 0n;
  const tolerance = toleranceOf(left, right);
  const difference = absoluteAmount(shown(apart));
  if (!isShort || compareAmounts(difference, tolerance) !== 1) return { outcome: 'pass' };
  const allowed = tolerance === '0' ? '' : `（尾差允许 ${tolerance}）`;
  const message = `${relation.name}：左边 ${shown(left.sum)} ${unit}，右边 ${shown(right.sum)} ${unit}，相差 ${difference} ${unit}${allowed}，请核对。`;
  return { outcome: 'fail', path, message };
}

function judgeAll(context: CheckContext, severity: Relation['severity']): readonly Verdict[] {
  const relations = context.definition.relations.filter((relation) => relation.severity === severity);
  if (relations.length === 0) return notApplicable('本表没有这类表间关系。');
  return relations.map((relation) => judge(context, relation));
}

export const tableRelation: Rule = {
  id: 'table-relation',
  title: '表间关系成立',
  severity: 'error',
  source:
    'The definition (relations); 财预〔2016〕143号: income equals expenditure, and totals are the same in every table',
  families: budgetFamilies,
  run: (context) => judgeAll(context, 'error'),
};

/** What may differ for a reason: project forms against 项目支出, 三公 items that projects pay for as well. */
export const tableRelationNotice: Rule = {
  id: 'table-relation-notice',
  title: '表间关系一致或有说明',
  severity: 'warning',
  source: 'The definition (relations); real forms: project forms that add up to more than 项目支出',
  families: budgetFamilies,
  run: (context) => judgeAll(context, 'warning'),
};

import { otherPlaceWords } from '../../forms/arithmetic/other-tables.ts';
import { CHANGE_WORDS } from '../../narrative/quote.ts';
import { changeInWords } from '../../narrative/quoted-value.ts';
import { quotesOf } from '../../narrative/quotes-of.ts';
import { correctFigures, type Tie, tieFigures } from '../../narrative/tie-figures.ts';
import type { CheckContext } from '../context.ts';
import { notApplicable, type Rule, type Verdict } from '../rule.ts';

function stated({ figure }: Tie): string {
  const word = figure.change === null ? '' : figure.change.sign > 0 ? CHANGE_WORDS.more : CHANGE_WORDS.less;
  return `${figure.lead}${word}${figure.amount}${figure.unit}`;
}

function judgeTie(context: CheckContext, path: string, text: string, tie: Tie): Verdict {
  const { quote, expected, agrees } = tie;
  if (agrees === true) return { outcome: 'pass' };
  const place = otherPlaceWords(context.surroundings.tables, quote.cell);
  if (expected === undefined) {
    const missing = quote.isChange ? '上年或本年的表中没有这个数' : '表中没有这个数';
    return { outcome: 'couldNotRun', path, reason: `“${stated(tie)}”引自${place}，${missing}，没有核对。` };
  }
  const says = quote.isChange ? `比上年${changeInWords(expected)}` : expected.amount;
  const corrected = correctFigures(text, [tie]);
  return {
    outcome: 'fail',
    path,
    message: `文中写“${stated(tie)}”，${place}为${says}万元，两处不一致。`,
    ...(corrected === text ? {} : { fix: { label: '按表中的数改正', path, value: corrected } }),
  };
}

/** Figures that a text quotes are those of the tables; words of more and less follow last year. */
export const quotedFigure: Rule = {
  id: 'quoted-figure',
  title: '文中引用的数与表一致',
  severity: 'error',
  source:
    'Figures quoted in the narrative of a disclosure book are those of its tables; 增加 and 减少 follow last year',
  families: 'all',
  run: (context) => {
    const { definition, fields, surroundings } = context;
    if (definition.quotes.length === 0) return notApplicable('这张表不引用其他表的数。');
    const tables = { now: surroundings.tables, before: surroundings.tablesBefore };
    const verdicts = fields.flatMap(({ path, text }) =>
      tieFigures(text, quotesOf(definition, path), tables).map((tie) => judgeTie(context, path, text, tie)),
    );
    return verdicts.length === 0 ? notApplicable('文中没有引用表中的数。') : verdicts;
  },
};

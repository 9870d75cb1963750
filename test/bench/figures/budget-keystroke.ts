import type { AnswerRow, Answers } from '../../../shared/domain/answers.ts';
import { settle } from '../../../shared/forms/arithmetic/settle.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { shippedDefinition } from '../../support/definitions.ts';
import type { Figure } from '../figure.ts';
import { measureKeys } from '../support/key-figure.ts';

/** Twelve columns, of which two are sums of others. */
const definition = shippedDefinition('haigang-budget-income');
const LINES = 500;
const TYPED = ['fiscal', 'specialAccount', 'institution', 'operating', 'superiorGrant', 'other', 'carriedOver'];
/** The column 财政拨款收入, and the first line under which typing begins. */
const COLUMN = 4;
const FIRST_LINE = 4;

/** 合计, then classes (类) of four 款 with five 项 each, all invented; amounts stand in every 项. */
function inventedLines(): AnswerRow[] {
  const rows: AnswerRow[] = [{ code: '', name: '合计' }];
  for (let number = 0; rows.length < LINES; number += 1) {
    const kind = `${201 + Math.floor(number / 25)}`;
    const [group, item] = [Math.floor((number % 25) / 6), (number % 25) % 6];
    if (number % 25 === 24) rows.push({ code: kind, name: `示例类${kind}` });
    else if (item === 0) rows.push({ code: `${kind}0${group + 1}`, name: `示例款${kind}0${group + 1}` });
    else {
      const amounts = TYPED.map((column, index): [string, string] => [column, `${number * 7 + index * 13}.5`]);
      const code = `${kind}0${group + 1}0${item}`;
      rows.push({ code, name: `示例项${code}`, ...Object.fromEntries(amounts) });
    }
  }
  return rows.toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? ''));
}

function inventedTable(): Answers {
  const blank = shapeAnswers(definition, {});
  const answers = shapeAnswers(definition, { reportingUnit: '示例县卫生健康局', lines: inventedLines() });
  return settle(definition, { answers: blank }, { answers });
}

/** An amount into each of some cells one below the other, with a slip of the finger put right. */
const amountKeys = (amount: string): string[] => [...amount, 'Backspace', amount.at(-1) ?? '0', 'Enter'];
const KEYS = ['1234.56', '98.7', '100000', '3.14', '56789.12']
  .flatMap(amountKeys)
  .concat(['Tab', 'Tab', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp'])
  .concat(['250', '12.5', '7654.3', '88', '1200.01'].flatMap(amountKeys), [
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'ArrowDown',
  ]);

/** Key to paint in a budget of 500 subject lines and 12 columns: every key is followed by all sums above the cell. */
export const budgetKeystroke: Figure = {
  name: 'budgetKeystroke',
  measure: (context) =>
    measureKeys(context, {
      definition,
      answers: inventedTable(),
      among: `${LINES} lines of a budget`,
      keys: KEYS,
      readySelector: '.budget-row[data-row="4"] [data-rowhead]',
      goTo: async (page, round) => {
        await page.keyboard.press('Control+Home');
        await page.locator(`[data-row="${FIRST_LINE - 1}"] [data-column="${COLUMN}"]`).click();
        for (let step = 0; step < 1 + 6 * round; step += 1) await page.keyboard.press('ArrowDown');
      },
    }),
};

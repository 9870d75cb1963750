import type { AmountUnit } from '../../domain/amount.ts';
import { amountToFen, fenToAmount } from '../../domain/amount.ts';
import type { Answers } from '../../domain/answers.ts';
import { fieldText, tableRows, withField, withRows } from '../../domain/answers.ts';
import type { FormDefinition } from '../definition.ts';

/** The unit a line like `单位：元` states; undefined for any other text. */
export function unitOfLine(text: string): AmountUnit | undefined {
  const match = /^\(?(?:金额)?单位:(?:人民币)?(万元|元)\)?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return match?.[1] === '万元' || match?.[1] === '元' ? match[1] : undefined;
}

function convert(text: string, from: AmountUnit, to: AmountUnit): string {
  const fen = amountToFen(text, from);
  return fen === undefined ? text : fenToAmount(fen, to);
}

/** All amounts of a form moved from the source's unit to the form's, exactly; other text stays. */
export function convertAmounts(definition: FormDefinition, answers: Answers, from: AmountUnit): Answers {
  const to = definition.amountUnit;
  let converted = answers;
  for (const field of definition.fields) {
    const text = fieldText(answers, field.id);
    if (field.type === 'amount' && text !== '') converted = withField(converted, field.id, convert(text, from, to));
  }
  for (const table of definition.tables) {
    const amounts = table.columns.filter((column) => column.type === 'amount').map((column) => column.id);
    if (amounts.length === 0) continue;
    const rows = tableRows(converted, table.id).map((row) => ({
      ...row,
      ...Object.fromEntries(
        amounts.flatMap((id) => (row[id] ? [[id, convert(row[id], from, to)] as [string, string]] : [])),
      ),
    }));
    converted = withRows(converted, table.id, rows);
  }
  return converted;
}

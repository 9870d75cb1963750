import type { AmountUnit } from '../../domain/amount.ts';
import { amountToFen, fenToAmount, parseAmount } from '../../domain/amount.ts';
import type { Answers } from '../../domain/answers.ts';
import { fieldText, tableRows, withField, withRows } from '../../domain/answers.ts';
import type { FormDefinition } from '../definition.ts';

/** The unit a line like `单位：元` states; undefined for any other text. */
export function unitOfLine(text: string): AmountUnit | undefined {
  const match = /^\(?(?:金额)?单位:(?:人民币)?(万元|元)\)?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return match?.[1] === '万元' || match?.[1] === '元' ? match[1] : undefined;
}

/** What people write where there is no amount. */
const DASHES = /^[-‐‑–—―─－−/]{1,4}$/u;

/** True for a dash in the place of an amount. */
export function isNoAmount(text: string): boolean {
  return DASHES.test(text.replace(/\s/gu, ''));
}

/**
 * An amount with the unit it has in its own cell (`80.5万元`, `￥80.50`).
 * @returns its digits as typed, and the unit where the text has one; undefined where it is no amount
 */
export function statedAmount(text: string): { readonly amount: string; readonly unit: AmountUnit | null } | undefined {
  const plain = parseAmount(text);
  if (plain !== undefined) return { amount: plain, unit: null };
  if (!/[元¥￥]/u.test(text)) return undefined;
  const [, digits = '', unit] = /^[¥￥]?([^¥￥]*?)[(（]?(万元|元)?[)）]?$/u.exec(text.trim()) ?? [];
  const amount = parseAmount(digits);
  return amount === undefined ? undefined : { amount, unit: unit === '万元' || unit === '元' ? unit : null };
}

function convert(text: string, from: AmountUnit, to: AmountUnit): string {
  const fen = amountToFen(text, from);
  return fen === undefined ? text : fenToAmount(fen, to);
}

/** A form's answers with every amount changed; `change` gets its path in the answers. */
function mapAmounts(
  definition: FormDefinition,
  answers: Answers,
  change: (text: string, path: string) => string,
): Answers {
  let changed = answers;
  for (const field of definition.fields) {
    const text = fieldText(answers, field.id);
    if (field.type === 'amount' && text !== '') changed = withField(changed, field.id, change(text, field.id));
  }
  for (const table of definition.tables) {
    const amounts = table.columns.filter((column) => column.type === 'amount').map((column) => column.id);
    if (amounts.length === 0) continue;
    const rows = tableRows(changed, table.id).map((row, index) => ({
      ...row,
      ...Object.fromEntries(
        amounts.flatMap((id) => (row[id] ? [[id, change(row[id], `${table.id}.${index}.${id}`)] as const] : [])),
      ),
    }));
    changed = withRows(changed, table.id, rows);
  }
  return changed;
}

/** Why an amount is not as the source writes it; `path` is `""` for all of a form. */
export interface AmountRemark {
  readonly path: string;
  readonly message: string;
}

/**
 * Amounts that have their unit beside them brought into the unit of all, and dashes into no amount.
 * @param unit the unit the source states for its amounts, or the form's
 */
export function plainAmounts(
  definition: FormDefinition,
  answers: Answers,
  unit: AmountUnit,
): { readonly answers: Answers; readonly remarks: readonly AmountRemark[] } {
  const remarks: AmountRemark[] = [];
  const dashes = new Set<string>();
  const plain = mapAmounts(definition, answers, (text, path) => {
    if (isNoAmount(text)) {
      dashes.add(text.trim());
      return '';
    }
    const stated = statedAmount(text);
    if (stated === undefined || parseAmount(text) !== undefined) return text;
    const own = stated.unit ?? unit;
    remarks.push({ path, message: `原文写作“${text.trim()}”，当作金额` });
    return own === unit ? stated.amount : convert(stated.amount, own, unit);
  });
  for (const dash of dashes) remarks.push({ path: '', message: `金额栏中的“${dash}”当作没有金额` });
  return { answers: plain, remarks };
}

/** All amounts of a form moved from the source's unit to the form's, exactly; other text stays. */
export function convertAmounts(definition: FormDefinition, answers: Answers, from: AmountUnit): Answers {
  return mapAmounts(definition, answers, (text) => convert(text, from, definition.amountUnit));
}

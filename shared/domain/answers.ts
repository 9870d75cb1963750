import { z } from 'zod';

/**
 * What a person filled in, as plain data: texts by field id (`projectName`, `annualFunds.total` nested as
 * `annualFunds: { total }`) and repeated tables as lists of rows. It holds no internal ids, so it is also the
 * exported form. Empty texts are `""`; amounts and the parts of a target are `null` when empty.
 */
export type AnswerCell = string | null;
export type AnswerRow = { readonly [column: string]: AnswerCell };
export type AnswerGroup = { readonly [part: string]: AnswerCell };
export type AnswerValue = AnswerCell | AnswerGroup | readonly AnswerRow[];
export type Answers = { readonly [field: string]: AnswerValue };

const MOST_CHARACTERS = 100_000;
const MOST_ROWS = 5_000;

const isCell = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= MOST_CHARACTERS);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCells = (value: unknown): boolean => isObject(value) && Object.values(value).every(isCell);

const isAnswer = (value: unknown): boolean =>
  isCell(value) || (Array.isArray(value) ? value.length <= MOST_ROWS && value.every(isCells) : isCells(value));

/**
 * Shape and size only; which fields a form has is up to its definition. Looked through by hand: it runs over every
 * text of a form at every save and at every form of an import, where a schema of unions took as long as the rest.
 */
export const answersSchema: z.ZodType<Answers> = z.custom<Answers>(
  (value) => isObject(value) && Object.values(value).every(isAnswer),
  '不是表单内容',
);

function isRows(value: AnswerValue | undefined): value is readonly AnswerRow[] {
  return Array.isArray(value);
}

function isGroup(value: AnswerValue | undefined): value is AnswerGroup {
  return typeof value === 'object' && value !== null && !isRows(value);
}

/** The text of one field (`annualFunds.total`); `""` when it is empty or absent. */
export function fieldText(answers: Answers, field: string): string {
  const [head = '', part] = field.split('.');
  const value = answers[head];
  if (part === undefined) return typeof value === 'string' ? value : '';
  return isGroup(value) ? (value[part] ?? '') : '';
}

/** The rows of one table; none when it is absent. */
export function tableRows(answers: Answers, table: string): readonly AnswerRow[] {
  const value = answers[table];
  return isRows(value) ? value : [];
}

/** Answers with one field set; the original is left alone. */
export function withField(answers: Answers, field: string, value: AnswerCell): Answers {
  const [head = '', part] = field.split('.');
  if (part === undefined) return { ...answers, [head]: value };
  const group = answers[head];
  return { ...answers, [head]: { ...(isGroup(group) ? group : {}), [part]: value } };
}

/** Answers with one table's rows replaced; the original is left alone. */
export function withRows(answers: Answers, table: string, rows: readonly AnswerRow[]): Answers {
  return { ...answers, [table]: rows };
}

/**
 * The text at a path as bindings use it: a field (`annualFunds.total`) or a table cell
 * (`indicators.3.level1`, rows from 0).
 */
export function answerAt(answers: Answers, path: string): string {
  const [head = '', index, column] = path.split('.');
  if (column === undefined) return fieldText(answers, path);
  return tableRows(answers, head)[Number(index)]?.[column] ?? '';
}

/**
 * Indicator targets (指标值): `≥90%`, `=83人`, `不低于 90 ％`, `逐步提高`: operator, value and unit, or words.
 */

export type TargetOperator = '=' | '≥' | '≤' | '>' | '<';

/** A target that measures; `written` are its pieces exactly as typed, so that formatting gives the text back. */
export interface MeasuredTarget {
  readonly kind: 'measure';
  readonly operator: TargetOperator | null;
  /** Decimal text without separators or spaces. */
  readonly value: string;
  /** As typed, full-width folded (`％` → `%`); `""` when there is none. */
  readonly unit: string;
  readonly written: readonly string[];
}

export interface WordsTarget {
  readonly kind: 'words';
  readonly text: string;
}

export type Target = MeasuredTarget | WordsTarget;

/** Wordings of the operators, longest first so that `大于等于` is not read as `大于`. */
const OPERATORS: readonly (readonly [string, TargetOperator])[] = [
  ['大于等于', '≥'],
  ['大于或等于', '≥'],
  ['小于等于', '≤'],
  ['小于或等于', '≤'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['不高于', '≤'],
  ['不超过', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['至少', '≥'],
  ['至多', '≤'],
  ['等于', '='],
  ['大于', '>'],
  ['高于', '>'],
  ['超过', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['>=', '≥'],
  ['=>', '≥'],
  ['<=', '≤'],
  ['=<', '≤'],
  ['≧', '≥'],
  ['≦', '≤'],
  ['⩾', '≥'],
  ['⩽', '≤'],
  ['≥', '≥'],
  ['≤', '≤'],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
];

const OPERATOR_PATTERN = OPERATORS.map(([written]) => [...written].join('\\s*')).join('|');
const PATTERN = new RegExp(
  `^(\\s*)(${OPERATOR_PATTERN})?(\\s*)([+-]?\\d[\\d,]*(?:\\s*\\.\\s*\\d+)?)(\\s*)([^\\d\\n,，。；;、：:]{0,16})$`,
  'u',
);
const OPERATOR_BY_TEXT = new Map<string, TargetOperator>(OPERATORS);

/**
 * Folds full-width forms one character for one, so that pieces can be cut from the original at equal offsets.
 * Nothing else is folded: `²` in a unit is no digit.
 */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/**
 * Reads a target. Whatever is not clearly operator, number and unit is words; in particular a text whose
 * "unit" would contain digits (a date, two prices) is words.
 */
export function parseTarget(text: string): Target {
  const folded = fold(text);
  const match = PATTERN.exec(folded);
  if (!match) return { kind: 'words', text };
  const pieces: string[] = [];
  let offset = 0;
  for (const piece of match.slice(1)) {
    const length = piece?.length ?? 0;
    pieces.push(text.slice(offset, offset + length));
    offset += length;
  }
  const [, , operator, , value = '', , unit = ''] = match;
  return {
    kind: 'measure',
    operator: operator === undefined ? null : (OPERATOR_BY_TEXT.get(operator.replace(/\s/gu, '')) ?? null),
    value: value.replace(/[\s,]/gu, ''),
    unit: unit.trim(),
    written: pieces,
  };
}

/** The text the target was read from: `formatTarget(parseTarget(t)) === t` for every t. */
export function formatTarget(target: Target): string {
  return target.kind === 'words' ? target.text : target.written.join('');
}

/** The plain way to write a target (`不低于 90 ％` → `≥90%`); words stay as they are. */
export function canonicalTarget(target: Target): string {
  return target.kind === 'words' ? target.text : `${target.operator ?? ''}${target.value}${target.unit}`;
}

/** The parts of a target as a record keeps them; all `null` for words. */
export function targetParts(text: string): {
  readonly operator: string | null;
  readonly value: string | null;
  readonly unit: string | null;
} {
  const target = parseTarget(text);
  if (target.kind === 'words') return { operator: null, value: null, unit: null };
  return { operator: target.operator, value: target.value, unit: target.unit === '' ? null : target.unit };
}

/**
 * The whole of a target that has columns of its own. A sign that is words (`文字描述`) says that the other two
 * columns hold words; it is not part of them.
 */
export function composeTarget(operator: string, value: string, unit: string): string {
  return `${/\p{L}/u.test(operator) ? '' : operator}${value}${unit}`;
}

import fc from 'fast-check';
import type { AnswerRow, Answers, AnswerValue } from '../../shared/domain/answers.ts';
import { withField } from '../../shared/domain/answers.ts';
import type { CategoryNode, FormDefinition, TableDefinition, ValueType } from '../../shared/forms/definition.ts';
import type { FormContent } from '../../shared/forms/lay-out.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import { nastyPieces, phrases, unitNames, wordTargets } from './vocabulary.ts';

/**
 * fast-check arbitraries for the contents of forms, derived from a definition, so that a new form is covered as
 * soon as its file is there.
 *
 * `plain`: what a careful clerk types. `nasty`: anything that can be typed or pasted into a cell, such as markup,
 * formulas, labels of the form itself, line breaks, rare characters, very long text. `mixed`: some of each.
 */
export type TextKind = 'plain' | 'nasty' | 'mixed';

export interface ContentOptions {
  /** `mixed` unless told. */
  readonly texts?: TextKind;
  /** Rows per table at most; 12 unless told. */
  readonly maxRows?: number;
  /** How often (0 to 1) a field is left empty; 0.2 unless told. */
  readonly emptyShare?: number;
}

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });

/** Whole digits without superfluous zeros in front: `0`, `7`, `1937`. */
export const wholeNumberText: fc.Arbitrary<string> = fc.oneof(
  fc.nat({ max: 99 }).map(String),
  fc.nat({ max: 9_999_999 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
);

/** Amounts as decimal text in the shape records keep: `0`, `5.00`, `1937.92`, `93.722`, seldom negative. */
export const amountText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '', '', '-'), wholeNumberText, fc.oneof(fc.constant(''), digits(1, 2), digits(1, 6)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`);

/** An amount as people type it (separators, spaces, full-width digits), with the plain text it stands for. */
export const typedAmount: fc.Arbitrary<{ readonly typed: string; readonly plain: string }> = fc
  .tuple(amountText, fc.constantFrom('plain', 'grouped', 'fullWidth', 'spaced'))
  .map(([plain, way]) => {
    const [whole = '', fraction] = plain.split('.');
    const tail = fraction === undefined ? '' : `.${fraction}`;
    if (way === 'grouped') return { plain, typed: `${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}${tail}` };
    if (way === 'fullWidth') {
      const typed = plain.replace(/[\d.-]/gu, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
      return { plain, typed };
    }
    return { plain, typed: way === 'spaced' ? ` ${plain}　` : plain };
  });

const operators = ['', '', '=', '≥', '≤', '>', '<', '>=', '<=', '＞=', '＝', '不低于', '不超过', '大于等于', '至少'];
const targetUnits = [
  '',
  '%',
  '％',
  '人',
  '人次',
  '个',
  '家',
  '万元',
  '元/人/年',
  '元/人.月',
  '平方米',
  '‰',
  'km²',
  '次/周',
];

/** Targets that measure, in the many ways people write them: `≥90%`, `不低于 90 ％`, `＝81人`. */
export const measuredTargetText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...operators),
    fc.constantFrom('', '', ' '),
    fc.oneof(wholeNumberText, fc.constantFrom('0.5', '98.50', '1,250', '９０', '100')),
    fc.constantFrom('', '', ' '),
    fc.constantFrom(...targetUnits),
  )
  .map((parts) => parts.join('').trim());

/** Targets as forms have them: measured ones, words, and numbers amid words. */
export const targetText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: measuredTargetText },
  { weight: 1, arbitrary: fc.constantFrom(...wordTargets) },
);

const twoDigits = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));

/** Terms of a project around a year: a range of days in the usual writings, years, words. */
export function periodText(fiscalYear: number): fc.Arbitrary<string> {
  const day = fc.tuple(fc.constantFrom(fiscalYear, fiscalYear + 1), twoDigits(12), twoDigits(28));
  return fc.oneof(
    fc.constantFrom(
      `${fiscalYear}.01.01-${fiscalYear}.12.31`,
      `${fiscalYear}年`,
      `${fiscalYear}年1-12月`,
      '长期',
      '1年',
    ),
    fc.tuple(day, day).map(([a, b]) => `${a.join('.')}-${b.join('.')}`),
    fc.tuple(day, day).map(([[y, m, d], [y2, m2, d2]]) => `${y}年${m}月${d}日至${y2}年${m2}月${d2}日`),
  );
}

/** Short text such as names: phrases put together, with brackets, quotes and digits here and there. */
export const plainName: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '（一期）', '2026', '“一站式”'),
  )
  .map(([words, tail]) => words.join('') + tail);

/** Running text of some sentences, sometimes in numbered lines. */
export const plainText: fc.Arbitrary<string> = fc
  .tuple(fc.array(plainName, { minLength: 1, maxLength: 5 }), fc.constantFrom('，', '；', '。', '；\n'))
  .map(([sentences, separator]) => `${sentences.join(separator)}。`);

/** Anything a cell can hold. Lone surrogates and control characters other than the line break are left out. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.array(fc.constantFrom(...nastyPieces, ...phrases), { maxLength: 4 }).map((p) => p.join('')),
  },
  { weight: 20, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('长'.repeat(2000), `${'很长的一段文字，'.repeat(60)}\n第二行`) },
);

function textOf(plain: fc.Arbitrary<string>, kind: TextKind): fc.Arbitrary<string> {
  if (kind === 'plain') return plain;
  if (kind === 'nasty') return nastyText;
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: nastyText });
}

/** Text for a value of a type. Amounts, periods and targets stay what they are unless texts are nasty. */
function valueText(type: ValueType, kind: TextKind, options: readonly string[], year: number): fc.Arbitrary<string> {
  switch (type) {
    case 'amount':
      return kind === 'nasty' ? fc.oneof(amountText, nastyText) : amountText;
    case 'period':
      return textOf(periodText(year), kind);
    case 'target':
      return textOf(targetText, kind);
    case 'category':
      return textOf(options.length > 0 ? fc.constantFrom(...options) : plainName, kind);
    case 'longText':
    case 'paragraphs':
      return textOf(plainText, kind);
    case 'code':
      return textOf(fc.constantFrom(...subjectCodes), kind);
    case 'figure':
      return textOf(fc.oneof(wholeNumberText, plainName), kind);
    default:
      return textOf(fc.oneof(plainName, fc.constantFrom(...unitNames)), kind);
  }
}

const subjectCodes = ['201', '20101', '2010101', '2010199', '205', '20502', '2050201', '210', '2109901'];

/** The paths from the root to each leaf of a category tree, as names. */
function leafPaths(nodes: readonly CategoryNode[]): string[][] {
  return nodes.flatMap((node) => {
    const below = leafPaths(node.children ?? []);
    return below.length === 0 ? [[node.name]] : below.map((path) => [node.name, ...path]);
  });
}

/** Runs of rows that share their categories, as indicator tables have them; the lines of a table that always has them. */
function rowsOf(table: TableDefinition, options: Required<ContentOptions>, year: number): fc.Arbitrary<AnswerRow[]> {
  const printed = new Set((table.fixed ?? []).flatMap(({ texts }) => Object.keys(texts)));
  const own = table.columns.filter(({ id }) => !table.groupBy.includes(id) && !printed.has(id));
  const contents = fc.record(
    Object.fromEntries(
      own.map((column) => [
        column.id,
        orEmpty(valueText(column.type, options.texts, [], year), options.emptyShare / 4),
      ]),
    ),
  );
  if (table.fixed) return fc.array(contents, { minLength: table.fixed.length, maxLength: table.fixed.length });
  const paths = leafPaths(table.categories);
  const known = paths.length > 0 ? fc.constantFrom(...paths) : fc.array(plainName, { maxLength: table.groupBy.length });
  const categories =
    options.texts === 'plain'
      ? known
      : fc.oneof(
          { weight: 4, arbitrary: known },
          { weight: 1, arbitrary: fc.array(nastyText, { maxLength: table.groupBy.length }) },
        );
  const run = fc.tuple(categories, fc.array(contents, { minLength: 1, maxLength: 4 })).map(([path, rows]) => {
    const group = Object.fromEntries(table.groupBy.map((column, level) => [column, path[level] ?? '']));
    return rows.map((row): AnswerRow => ({ ...row, ...group }));
  });
  return fc.array(run, { maxLength: options.maxRows }).map((runs) => runs.flat().slice(0, options.maxRows));
}

function orEmpty(arbitrary: fc.Arbitrary<string>, share: number): fc.Arbitrary<string> {
  const weight = Math.round(share * 100);
  return fc.oneof({ weight, arbitrary: fc.constant('') }, { weight: 100 - weight, arbitrary });
}

function withDefaults(options: ContentOptions): Required<ContentOptions> {
  return { texts: options.texts ?? 'mixed', maxRows: options.maxRows ?? 12, emptyShare: options.emptyShare ?? 0.2 };
}

/** Answers as they come in, not yet in the definition's shape: amounts with separators, white space around. */
export function looseAnswersOf(
  definition: FormDefinition,
  fiscalYear: number,
  options: ContentOptions = {},
): fc.Arbitrary<Answers> {
  const all = withDefaults(options);
  const fields = fc.record(
    Object.fromEntries(
      definition.fields.map((field) => [
        field.id,
        orEmpty(valueText(field.type, all.texts, field.options ?? [], fiscalYear), all.emptyShare),
      ]),
    ),
  );
  const tables: fc.Arbitrary<Record<string, AnswerValue>> = fc.record(
    Object.fromEntries(definition.tables.map((table) => [table.id, rowsOf(table, all, fiscalYear)])),
  );
  return fc.tuple(fields, tables).map(([texts, rows]) => {
    let answers: Answers = rows;
    for (const [id, text] of Object.entries(texts)) answers = withField(answers, id, text);
    return answers;
  });
}

/** What a record of a definition holds, in shape, with its year. */
export function contentOf(definition: FormDefinition, options: ContentOptions = {}): fc.Arbitrary<FormContent> {
  const lastYear = definition.years.to ?? definition.years.from + 5;
  return fc.integer({ min: definition.years.from, max: lastYear }).chain((fiscalYear) =>
    looseAnswersOf(definition, fiscalYear, options).map((answers) => ({
      fiscalYear,
      answers: shapeAnswers(definition, answers),
    })),
  );
}

/** Answers of a definition, in shape. */
export function answersOf(definition: FormDefinition, options: ContentOptions = {}): fc.Arbitrary<Answers> {
  return contentOf(definition, options).map((content) => content.answers);
}

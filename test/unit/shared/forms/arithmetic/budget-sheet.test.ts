import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, amountToFen } from '../../../../../shared/domain/amount.ts';
import { type AnswerRow, type Answers, answerAt, tableRows } from '../../../../../shared/domain/answers.ts';
import { type BudgetSheet, openSheet, withChanges } from '../../../../../shared/forms/arithmetic/budget-sheet.ts';
import { compareSheet } from '../../../../../shared/forms/arithmetic/differences.ts';
import { noOtherTables, type OtherTables } from '../../../../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../../../../shared/forms/definition.ts';
import {
  balanceTable,
  beside,
  groupTable,
  looseSubjects,
  soundExpenditure,
  subjectRow,
  subjectTable,
} from '../../../../support/budget-tables.ts';

function open(definition: FormDefinition, answers: Answers, others: OtherTables = noOtherTables): BudgetSheet {
  const sheet = openSheet(definition, 'lines', answers, others);
  if (!sheet) throw new Error('the form has no such table');
  return sheet;
}

/** Answers whose computed cells have all been worked out. */
function computed(definition: FormDefinition, rows: readonly AnswerRow[], others?: OtherTables): Answers {
  const sheet = open(definition, { lines: rows }, others);
  sheet.recalculate();
  return { lines: sheet.rows() };
}

describe('lines by subject', () => {
  it('adds a typed amount to its line, its 款, its 类 and the top', () => {
    const sheet = open(subjectTable, soundExpenditure);
    const changes = sheet.change('lines.3.project', '1,000.5');
    expect(Object.fromEntries(changes.map(({ path, text }) => [path, text]))).toEqual({
      'lines.3.project': '1000.5',
      'lines.3.total': '1020.50',
      'lines.2.project': '1030.50',
      'lines.2.total': '1050.50',
      'lines.1.project': '1030.50',
      'lines.1.total': '1050.50',
      'lines.0.project': '1030.50',
      'lines.0.total': '1131.00',
    });
  });

  it('leaves a sum empty where all it adds up is empty', () => {
    const sheet = open(subjectTable, soundExpenditure);
    const changes = sheet.change('lines.4.project', '');
    expect(changes.find(({ path }) => path === 'lines.0.project')).toEqual({ path: 'lines.0.project', text: null });
  });

  it('changes nothing that is not a cell of the table', () => {
    const sheet = open(subjectTable, soundExpenditure);
    for (const path of ['lines.99.basic', 'lines.0.nothing', 'other.0.basic', 'lines.-1.basic', '']) {
      expect(sheet.change(path, '5')).toEqual([]);
    }
  });

  it('adds a line to the nearest one whose code begins its own', () => {
    const answers = computed(subjectTable, [
      subjectRow('', '合计'),
      subjectRow('205', '教育支出'),
      subjectRow('2050101', '行政运行', null, '1.00'),
      subjectRow('2100101', '行政运行', null, '2.00'),
    ]);
    expect(answerAt(answers, 'lines.1.basic')).toBe('1.00');
    expect(answerAt(answers, 'lines.0.basic')).toBe('3.00');
  });

  it('tells what is typed, computed and text', () => {
    const sheet = open(subjectTable, soundExpenditure);
    expect(sheet.kindOf('lines.3.basic')).toBe('typed');
    expect(sheet.kindOf('lines.3.total')).toBe('computed');
    expect(sheet.kindOf('lines.1.basic')).toBe('computed');
    expect(sheet.kindOf('lines.1.name')).toBe('text');
    expect(sheet.isComputed('lines.0.total')).toBe(true);
    expect(sheet.kindOf('lines.9.total')).toBeUndefined();
  });
});

describe('a printed sum that does not hold', () => {
  const wrong = withChanges(soundExpenditure, [{ path: 'lines.1.total', text: '55.00' }]);

  it('is kept while what it adds up changes, and so is what is added up from it', () => {
    const sheet = open(subjectTable, wrong);
    expect(sheet.isHeld('lines.1.total')).toBe(true);
    const paths = sheet.change('lines.3.basic', '21').map(({ path }) => path);
    expect(paths).toContain('lines.2.total');
    expect(paths).not.toContain('lines.1.total');
    // 合计 was 130.50 where its lines make 135.50: it is held as well.
    expect(paths).not.toContain('lines.0.total');
    expect(answerAt({ lines: sheet.rows() }, 'lines.1.total')).toBe('55.00');
  });

  it('is replaced when a person says so, and follows from then on', () => {
    const sheet = open(subjectTable, wrong);
    expect(sheet.correct('lines.1.total')).toContainEqual({ path: 'lines.1.total', text: '50.00' });
    expect(sheet.isHeld('lines.1.total')).toBe(false);
    expect(sheet.change('lines.3.basic', '21')).toContainEqual({ path: 'lines.1.total', text: '51.00' });
  });

  it('keeps 5 where 5.00 is computed: the amount is the same', () => {
    const rows = [subjectRow('', '合计', '5', '5', null), subjectRow('205', '教育支出', '5.0', '5.00', null)];
    const sheet = open(subjectTable, { lines: rows });
    expect(sheet.recalculate()).toEqual([]);
  });

  it('keeps words where an amount belongs', () => {
    const rows = [subjectRow('', '合计', '见附表', null, null), subjectRow('205', '教育支出', '5.00', '5.00', null)];
    const sheet = open(subjectTable, { lines: rows });
    expect(sheet.change('lines.1.basic', '6').map(({ path }) => path)).toEqual([
      'lines.1.basic',
      'lines.1.total',
      'lines.0.basic',
    ]);
  });
});

describe('fixed lines', () => {
  const empty: Answers = {
    lines: Array.from({ length: 6 }, () => ({ name: '', income: null, expenditureName: '', expenditure: null })),
  };

  it('add up as the definition says, and take amounts of another table', () => {
    const answers = computed(balanceTable, tableRows(empty, 'lines'), beside(soundExpenditure));
    expect(tableRows(answers, 'lines').map((row) => row.expenditure)).toEqual([
      '50.00',
      '80.50',
      null,
      '130.50',
      null,
      '130.50',
    ]);
  });

  it('lets a person type what comes from a table that is not there', () => {
    expect(open(balanceTable, empty, beside(soundExpenditure)).kindOf('lines.0.expenditure')).toBe('computed');
    expect(open(balanceTable, empty, beside(null)).kindOf('lines.0.expenditure')).toBe('typed');
    expect(open(balanceTable, empty).kindOf('lines.0.expenditure')).toBe('typed');
  });

  it('lets a person type over what may differ, and follows until then', () => {
    const others = beside({ lines: [subjectRow('229', '其他支出', '7.00', '7.00', null)] });
    const sheet = open(balanceTable, empty, others);
    expect(sheet.kindOf('lines.2.expenditure')).toBe('suggested');
    sheet.recalculate();
    expect(sheet.textIn(sheet.cellAt('lines.2.expenditure') ?? 0)).toBe('7.00');
    sheet.change('lines.2.expenditure', '8');
    expect(sheet.isHeld('lines.2.expenditure')).toBe(true);
  });

  it('have no place for an amount on a blank side', () => {
    expect(open(balanceTable, empty).kindOf('lines.2.income')).toBe('closed');
  });
});

describe('lines in groups', () => {
  it('add up to their group, groups to the top; a price is not added up', () => {
    const row = (item: string, fiscal: string | null, own: string | null, price: string | null = null): AnswerRow => ({
      item,
      price,
      total: null,
      fiscal,
      own,
    });
    const answers = computed(groupTable, [
      row('合  计', null, null),
      row('甲单位小计', null, null),
      row('电脑', '1.00', '2.00', '0.50'),
      row('纸', '3.00', null, '0.01'),
      row('乙单位小计', null, null),
      row('车', '10.00', null, '10.00'),
    ]);
    expect(tableRows(answers, 'lines').map(({ total, fiscal, own, price }) => [total, fiscal, own, price])).toEqual([
      ['16.00', '14.00', '2.00', null],
      ['6.00', '4.00', '2.00', null],
      ['3.00', '1.00', '2.00', '0.50'],
      ['3.00', '3.00', null, '0.01'],
      ['10.00', '10.00', null, null],
      ['10.00', '10.00', null, '10.00'],
    ]);
  });
});

describe('laws', () => {
  const edits = fc.array(
    fc.tuple(
      fc.nat({ max: 30 }),
      fc.constantFrom('basic', 'project'),
      fc.oneof(
        fc.constant(''),
        fc.integer({ min: -500, max: 99_999 }).map((n) => (n / 100).toFixed(2)),
      ),
    ),
    { maxLength: 12 },
  );

  it('following edit by edit gives what working out everything anew gives', () => {
    fc.assert(
      fc.property(looseSubjects, edits, (rows, steps) => {
        const sheet = open(subjectTable, computed(subjectTable, rows));
        for (const [row, column, text] of steps) {
          const path = `lines.${row % rows.length}.${column}`;
          if (sheet.kindOf(path) === 'typed') sheet.change(path, text);
        }
        const anew = open(subjectTable, { lines: sheet.rows() });
        expect(anew.recalculate()).toEqual([]);
        const cleared = sheet
          .rows()
          .map((row, index) =>
            Object.fromEntries(
              Object.entries(row).map(([column, text]) => [
                column,
                sheet.isComputed(`lines.${index}.${column}`) ? null : text,
              ]),
            ),
          );
        expect(computed(subjectTable, cleared).lines).toEqual(sheet.rows());
      }),
      { numRuns: 300 },
    );
  });

  it('working out twice changes nothing, and every sum holds', () => {
    fc.assert(
      fc.property(looseSubjects, (rows) => {
        const answers = computed(subjectTable, rows);
        const sheet = open(subjectTable, answers);
        expect(sheet.recalculate()).toEqual([]);
        expect(compareSheet(sheet).differences).toEqual([]);
        const leaves = tableRows(answers, 'lines').filter(
          ({ code }) => code && !rows.some((other) => other.code !== code && other.code?.startsWith(code)),
        );
        const sum = addAmounts(leaves.flatMap(({ basic, project }) => [basic ?? '0', project ?? '0']));
        const top = answerAt(answers, 'lines.0.total');
        expect(amountToFen(top === '' ? '0' : top, '万元')).toBe(amountToFen(sum ?? '', '万元'));
      }),
      { numRuns: 300 },
    );
  });

  it('the order of lines does not matter', () => {
    fc.assert(
      fc.property(
        looseSubjects.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const byCode = (answers: Answers) =>
            new Map(tableRows(answers, 'lines').map((row) => [row.code, JSON.stringify(row)]));
          expect(byCode(computed(subjectTable, shuffled))).toEqual(byCode(computed(subjectTable, rows)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

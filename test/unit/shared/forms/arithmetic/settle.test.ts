import { describe, expect, it } from 'vitest';
import { type Answers, answerAt, tableRows, withRows } from '../../../../../shared/domain/answers.ts';
import { openSheet, withChanges } from '../../../../../shared/forms/arithmetic/budget-sheet.ts';
import { hasArithmetic, settle } from '../../../../../shared/forms/arithmetic/settle.ts';
import { balanceTable, beside, soundExpenditure, subjectRow, subjectTable } from '../../../../support/budget-tables.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const rowsOf = (answers: Answers) => tableRows(answers, 'lines');

describe('settle', () => {
  it('follows lines that come and go', () => {
    const withLine = withRows(soundExpenditure, 'lines', [
      ...rowsOf(soundExpenditure),
      subjectRow('2100102', '一般行政管理事务', '9.50', '9.50', null),
    ]);
    const after = settle(subjectTable, { answers: soundExpenditure }, { answers: withLine });
    expect(answerAt(after, 'lines.6.basic')).toBe('90.00');
    expect(answerAt(after, 'lines.0.total')).toBe('140.00');
    const back = withRows(after, 'lines', rowsOf(after).slice(0, -1));
    expect(settle(subjectTable, { answers: after }, { answers: back })).toEqual(soundExpenditure);
  });

  it('keeps the amount of a line that gets lines below it, until they agree', () => {
    const leaf: Answers = {
      lines: [subjectRow('', '合计', '9.00', '9.00', null), subjectRow('205', '教育支出', '9.00', '9.00', null)],
    };
    const withBelow = withRows(leaf, 'lines', [...rowsOf(leaf), subjectRow('20501', '教育管理事务')]);
    const after = settle(subjectTable, { answers: leaf }, { answers: withBelow });
    expect(answerAt(after, 'lines.1.basic')).toBe('9.00');
    const filled = withChanges(after, [{ path: 'lines.2.basic', text: '9.00' }]);
    const agreed = settle(subjectTable, { answers: after }, { answers: filled });
    expect(answerAt(agreed, 'lines.2.total')).toBe('9.00');
    const more = withChanges(agreed, [{ path: 'lines.2.basic', text: '10.00' }]);
    expect(answerAt(settle(subjectTable, { answers: agreed }, { answers: more }), 'lines.0.total')).toBe('10.00');
  });

  it('keeps a printed sum that does not hold, also when its line moves', () => {
    const wrong = withChanges(soundExpenditure, [{ path: 'lines.5.total', text: '99.00' }]);
    const rows = rowsOf(wrong);
    const moved = withRows(wrong, 'lines', [...rows.slice(0, 1), ...rows.slice(5), ...rows.slice(1, 5)]);
    expect(settle(subjectTable, { answers: wrong }, { answers: moved })).toEqual(moved);
  });

  it('lets a table follow another one where it agreed with it, and only there', () => {
    const empty: Answers = {
      lines: Array.from({ length: 6 }, () => ({ name: '', income: null, expenditureName: '', expenditure: null })),
    };
    const before = { answers: empty, others: beside(soundExpenditure) };
    const filled = settle(balanceTable, before, before);
    expect(answerAt(filled, 'lines.5.expenditure')).toBe('130.50');

    const sheet = openSheet(subjectTable, 'lines', soundExpenditure);
    const changed = withChanges(soundExpenditure, sheet?.change('lines.3.basic', '25') ?? []);
    const after = settle(
      balanceTable,
      { answers: filled, others: beside(soundExpenditure) },
      { answers: filled, others: beside(changed) },
    );
    expect(rowsOf(after).map((row) => row.expenditure)).toEqual(['55.00', '80.50', null, '135.50', null, '135.50']);

    const printed = withChanges(filled, [{ path: 'lines.0.expenditure', text: '49.00' }]);
    const held = settle(
      balanceTable,
      { answers: printed, others: beside(soundExpenditure) },
      { answers: printed, others: beside(changed) },
    );
    expect(answerAt(held, 'lines.0.expenditure')).toBe('49.00');
  });

  it('leaves everything as it is where the other table went away', () => {
    const answers: Answers = {
      lines: Array.from({ length: 6 }, () => ({ name: '', income: null, expenditureName: '', expenditure: '1.00' })),
    };
    const gone = settle(balanceTable, { answers, others: beside(soundExpenditure) }, { answers, others: beside(null) });
    expect(gone).toEqual(answers);
  });
});

describe('hasArithmetic', () => {
  it('tells budget tables from other forms', () => {
    expect(hasArithmetic(subjectTable)).toBe(true);
    expect(hasArithmetic(shippedDefinition('dalian-project-target'))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../shared/domain/answers.ts';
import { keptRows, shapeAnswers } from '../../../../shared/forms/shape.ts';
import { balanceTable, groupTable, subjectRow, subjectTable } from '../../../support/budget-tables.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

describe('the lines of budget tables in shape', () => {
  it('has all fixed lines with their texts, whatever is given', () => {
    const rows = tableRows(shapeAnswers(balanceTable, { lines: [{ name: '别的', income: '1,000' }] }), 'lines');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      line: '1',
      name: '一、财政拨款',
      income: '1000',
      expenditureName: '一、教育支出',
      expenditure: null,
    });
    expect(rows[2]).toMatchObject({ line: '3', name: '', expenditureName: '三、其他支出' });
  });

  it('puts a line where its number says', () => {
    const rows = tableRows(shapeAnswers(balanceTable, { lines: [{ line: '5', income: '7' }] }), 'lines');
    expect(rows.map(({ income }) => income)).toEqual([null, null, null, null, '7', null]);
  });

  it('begins with the total, in the wording of the form', () => {
    const line = subjectRow('205', '教育支出', '1.00');
    const added = shapeAnswers(subjectTable, { lines: [line] });
    expect(tableRows(added, 'lines').map(({ name }) => name)).toEqual(['合计', '教育支出']);
    const [table] = subjectTable.tables;
    expect(table && keptRows(table, [line])).toEqual([-1, 0]);
    const spaced = shapeAnswers(subjectTable, { lines: [line, subjectRow('', '合　计', '1.00')] });
    expect(tableRows(spaced, 'lines').map(({ name }) => name)).toEqual(['教育支出', '合计']);
    const groups = shapeAnswers(groupTable, { lines: [{ item: '甲小计', total: '1' }] });
    expect(tableRows(groups, 'lines').map(({ item }) => item)).toEqual(['合计', '甲小计']);
  });

  it('says nothing where there is nothing but an empty total', () => {
    expect(tableRows(shapeAnswers(subjectTable, { lines: [subjectRow('', '合计')] }), 'lines')).toEqual([]);
    expect(tableRows(shapeAnswers(subjectTable, { lines: [subjectRow('', '合计', '1')] }), 'lines')).toHaveLength(1);
  });

  it('notes an empty table, keeps another note, and takes its own away', () => {
    const definition = shippedDefinition('haigang-budget-fund-expenditure');
    const empty = shapeAnswers(definition, {});
    expect(empty.note).toBe('无政府性基金预算财政拨款预算，空表列示。');
    expect(shapeAnswers(definition, { note: '本年没有' }).note).toBe('本年没有');
    const lines = [subjectRow('212', '城乡社区支出', '1.00')];
    expect(shapeAnswers(definition, { ...empty, lines }).note).toBe('');
    expect(shapeAnswers(definition, { note: '本年没有', lines }).note).toBe('本年没有');
  });
});

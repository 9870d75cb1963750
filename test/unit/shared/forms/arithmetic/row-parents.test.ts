import { describe, expect, it } from 'vitest';
import { rowParents } from '../../../../../shared/forms/arithmetic/row-parents.ts';
import type { FormDefinition } from '../../../../../shared/forms/definition.ts';
import { balanceTable, groupTable, subjectRow, subjectTable } from '../../../../support/budget-tables.ts';

function parents(definition: FormDefinition, rows: Parameters<typeof rowParents>[1]): number[] {
  const [table] = definition.tables;
  return table ? rowParents(table, rows) : [];
}

describe('rowParents', () => {
  it('leads from each subject to the nearest one whose code begins its own', () => {
    const codes = ['', '205', '20501', '2050101', '2060101', '205', '208', ''];
    const rows = codes.map((code, index) => subjectRow(code, code === '' && index === 0 ? '合计' : '科目'));
    // The second 205 is a line like any other; the line without a code goes to the top.
    expect(parents(subjectTable, rows)).toEqual([-1, 0, 1, 2, 0, 0, 0, 0]);
  });

  it('leads nowhere without a top', () => {
    expect(parents(subjectTable, [subjectRow('205', '教育支出'), subjectRow('20501', '教育管理事务')])).toEqual([
      -1, 0,
    ]);
  });

  it('leads from lines to their group, from groups to the top', () => {
    const rows = ['合计', '甲小计', '纸', '笔', '乙小计', '车'].map((item) => ({ item }));
    expect(parents(groupTable, rows)).toEqual([-1, 0, 1, 1, 0, 4]);
    expect(parents(groupTable, [{ item: '合计' }, { item: '纸' }])).toEqual([-1, 0]);
  });

  it('has nothing to say of fixed lines', () => {
    expect(parents(balanceTable, [{}, {}])).toEqual([-1, -1]);
  });
});

import { describe, expect, it } from 'vitest';
import type { TableDefinition } from '../../../../shared/forms/definition.ts';
import {
  isClosedCell,
  isTopRow,
  isWholeCode,
  rowIndexOf,
  rowLabel,
  subjectTables,
  subtotalGroup,
} from '../../../../shared/forms/table-rows.ts';
import { balanceTable, groupTable, subjectRow, subjectTable } from '../../../support/budget-tables.ts';

function only(definition: { readonly tables: readonly TableDefinition[] }): TableDefinition {
  const [table] = definition.tables;
  if (!table) throw new Error('the form has no table');
  return table;
}

describe('lines of a budget table', () => {
  const subjects = [subjectRow('', '合 计'), subjectRow('205', '教育支出'), subjectRow('20501', '合计')];
  const purchases = [{ item: '合　计' }, { item: '甲单位小计' }, { item: '纸' }];

  it('knows the top by its wording, however it is spaced', () => {
    expect(subjects.map((row) => isTopRow(only(subjectTable), row))).toEqual([true, false, false]);
    expect(purchases.map((row) => isTopRow(only(groupTable), row))).toEqual([true, false, false]);
  });

  it('knows tables by subject and their whole codes', () => {
    expect(subjectTables(balanceTable)).toEqual([]);
    const [found] = subjectTables(subjectTable);
    expect(found?.table).toBe(only(subjectTable));
    const isWhole = (code: string) => found !== undefined && isWholeCode(found.tree, code);
    expect(['205', '20501', '2050', '', '20x', '2０5'].map(isWhole)).toEqual([true, true, false, false, false, false]);
  });

  it('knows the sums of groups by what they end with', () => {
    expect(purchases.map((row) => subtotalGroup(only(groupTable), row))).toEqual([undefined, '甲单位', undefined]);
  });

  it('finds a line by id, code or as the top', () => {
    expect(rowIndexOf(only(balanceTable), [], 'carried')).toBe(4);
    expect(rowIndexOf(only(subjectTable), subjects, '20501')).toBe(2);
    expect(rowIndexOf(only(subjectTable), subjects, 'top')).toBe(0);
    expect(rowIndexOf(only(subjectTable), subjects, '999')).toBe(-1);
  });

  it('names a line for people', () => {
    expect(rowLabel(only(balanceTable), {}, 2)).toBe('三、其他支出');
    expect(rowLabel(only(subjectTable), subjects[1], 1)).toBe('205 教育支出');
    expect(rowLabel(only(subjectTable), {}, 7)).toBe('第8行');
  });

  it('closes the side of a line that has no text there', () => {
    const table = only(balanceTable);
    const line = table.fixed?.[2];
    if (!line) throw new Error('no such line');
    expect(isClosedCell(table, line, 'income')).toBe(true);
    expect(isClosedCell(table, line, 'expenditure')).toBe(false);
    expect(isClosedCell(table, { ...line, closed: ['expenditure'] }, 'expenditure')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { lineShapes, placeLine, removeLines, shownLines } from '../../../../renderer/budget/lines.ts';
import type { AnswerRow } from '../../../../shared/domain/answers.ts';
import { tableRows } from '../../../../shared/domain/answers.ts';
import type { FormDefinition, TableDefinition } from '../../../../shared/forms/definition.ts';
import {
  balanceTable,
  groupTable,
  soundExpenditure,
  subjectRow,
  subjectTable,
} from '../../../support/budget-tables.ts';

function tableIn(definition: FormDefinition): TableDefinition {
  const [table] = definition.tables;
  if (!table) throw new Error('no table');
  return table;
}
const subjects = tableIn(subjectTable);
const sound = tableRows(soundExpenditure, 'lines');
const codes = (rows: readonly AnswerRow[]) => rows.map(({ code }) => code);
const nameOf = (code: string) => ({ '206': '科学技术支出', '20602': '基础研究' })[code] ?? '';

describe('lineShapes', () => {
  it('indents subjects by what stands above them and knows the sums', () => {
    expect(lineShapes(subjects, sound)).toEqual([
      { indent: 0, isSum: true },
      { indent: 0, isSum: true },
      { indent: 1, isSum: true },
      { indent: 2, isSum: false },
      { indent: 2, isSum: false },
      { indent: 0, isSum: true },
      { indent: 1, isSum: true },
      { indent: 2, isSum: false },
    ]);
  });

  it('knows the lines of units and of a form that prints them', () => {
    const lines = [{ item: '合计' }, { item: '甲院小计' }, { item: '床' }];
    expect(lineShapes(tableIn(groupTable), lines).map(({ isSum }) => isSum)).toEqual([true, true, false]);
    expect(lineShapes(tableIn(balanceTable), []).map(({ isSum }) => isSum)).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('shownLines', () => {
  it('shows the grand total before there is a line, and nothing twice', () => {
    expect(shownLines(subjects, []).map(({ name }) => name)).toEqual(['合计']);
    expect(shownLines(subjects, sound)).toBe(sound);
    expect(shownLines(tableIn(balanceTable), [])).toEqual([]);
  });
});

describe('placeLine', () => {
  it('puts a line in its place by code and adds what is missing above it, by name', () => {
    const placed = placeLine(subjects, sound, subjectRow('2060201', '自然科学基金'), nameOf);
    expect(codes(placed.rows)).toEqual([
      '',
      '205',
      '20501',
      '2050101',
      '2050199',
      '206',
      '20602',
      '2060201',
      '210',
      '21001',
      '2100101',
    ]);
    expect(placed).toMatchObject({ index: 7, added: ['206', '20602'] });
    expect(placed.rows[6]).toMatchObject({ name: '基础研究', total: null });
  });

  it('goes between the lines of one subject, in front of all and behind all', () => {
    expect(placeLine(subjects, sound, subjectRow('2050102', ''), nameOf).index).toBe(4);
    expect(placeLine(subjects, sound, subjectRow('201', ''), nameOf).index).toBe(1);
    expect(placeLine(subjects, sound, subjectRow('229', ''), nameOf).index).toBe(sound.length);
  });

  it('adds nothing above a code of no usual length', () => {
    expect(placeLine(subjects, sound, subjectRow('2061', ''), nameOf)).toMatchObject({ added: [], index: 5 });
  });
});

describe('removeLines', () => {
  it('takes what stands below with it', () => {
    expect(codes(removeLines(subjects, sound, 1, 1))).toEqual(['', '210', '21001', '2100101']);
  });

  it('leaves no sum that has lost all its lines', () => {
    expect(codes(removeLines(subjects, sound, 7, 7))).toEqual(['', '205', '20501', '2050101', '2050199']);
    expect(codes(removeLines(subjects, sound, 4, 4))).toEqual([
      '',
      '205',
      '20501',
      '2050101',
      '210',
      '21001',
      '2100101',
    ]);
  });

  it('keeps the grand total, without amounts once nothing is left', () => {
    expect(removeLines(subjects, sound, 0, sound.length - 1)).toEqual([subjectRow('', '合计')]);
  });
});

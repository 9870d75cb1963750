import { describe, expect, it } from 'vitest';
import { BudgetEditing } from '../../../../renderer/budget/editing.ts';
import { nameLine } from '../../../../renderer/budget/name-line.ts';
import { pasteLines } from '../../../../renderer/budget/paste-lines.ts';
import { chooseSubject } from '../../../../renderer/budget/subject-search.ts';
import { tableRows } from '../../../../shared/domain/answers.ts';
import { noOtherTables } from '../../../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../../../shared/forms/definition.ts';
import { SubjectDictionary } from '../../../../shared/subjects/dictionary.ts';
import { groupTable, soundExpenditure, subjectTable } from '../../../support/budget-tables.ts';

function editingOf(definition: FormDefinition): BudgetEditing {
  const [table] = definition.tables;
  if (!table) throw new Error('no table');
  return new BudgetEditing(definition, table, noOtherTables);
}
const sound = tableRows(soundExpenditure, 'lines');
const dictionary = new SubjectDictionary([
  { code: '205', name: '教育支出' },
  { code: '20501', name: '教育管理事务' },
  { code: '2050101', name: '行政运行' },
  { code: '206', name: '科学技术支出' },
  { code: '20602', name: '基础研究' },
  { code: '2060201', name: '自然科学基金' },
  { code: '2100101', name: '行政运行' },
]);
const nameOf = (code: string) => dictionary.nameOf(code) ?? '';

describe('typing an amount', () => {
  it('is followed by all sums at every key, and says the same when it is gone over again', () => {
    const editing = editingOf(subjectTable);
    const type = editing.begin(sound, 3, 'basic');
    let rows = sound;
    for (const text of ['3', '30', '30.', '30.5']) rows = type(text);
    expect(rows[3]).toMatchObject({ basic: '30.5', total: '30.50' });
    expect(rows[2]).toMatchObject({ basic: '30.50', total: '60.50' });
    expect(rows[0]).toMatchObject({ basic: '111.00', total: '141.00' });
    expect(rows[5]).toBe(sound[5]);
  });

  it('adds up a small sum and changes nothing while it is not finished', () => {
    const editing = editingOf(subjectTable);
    const type = editing.begin(sound, 3, 'basic');
    expect(type('=')).toBe(sound);
    expect(type('=12.5+3')[3]).toMatchObject({ basic: '15.5', total: '15.50' });
  });

  it('does not free a printed sum that agrees on the way only', () => {
    const editing = editingOf(subjectTable);
    const printed = sound.map((row, index) => (index === 2 ? { ...row, basic: '2.00', total: '32.00' } : row));
    const type = editing.begin(printed, 3, 'basic');
    type('2');
    const rows = type('25');
    expect(rows[2]).toMatchObject({ basic: '2.00' });
    expect(editing.openPaths(rows)).toContain('lines.2.basic');
    expect(editing.correct(rows, ['lines.2.basic'])[2]).toMatchObject({ basic: '25.00' });
  });

  it('goes on where the rows have become others meanwhile', () => {
    const editing = editingOf(subjectTable);
    const type = editing.begin(sound, 3, 'basic');
    const once = type('1');
    editing.sheet(sound);
    expect(once[0]).toMatchObject({ basic: '81.50' });
    expect(type('12')[0]).toMatchObject({ basic: '92.50' });
  });
});

describe('nameLine', () => {
  it('completes a new line by its code, puts it in its place and adds the subjects above it', () => {
    const named = nameLine(editingOf(subjectTable), sound, sound.length, 'code', null, '2060201', nameOf);
    expect(named.rows.slice(5, 8).map(({ code, name }) => [code, name])).toEqual([
      ['206', '科学技术支出'],
      ['20602', '基础研究'],
      ['2060201', '自然科学基金'],
    ]);
    expect(named).toMatchObject({ index: 7, notice: '已补上级科目 206、20602。' });
  });

  it('completes it by a subject chosen by name', () => {
    const subject = { code: '2060201', name: '自然科学基金' };
    const named = nameLine(editingOf(subjectTable), sound, sound.length, 'name', subject, 'zrkx', nameOf);
    expect(named.rows[named.index]).toMatchObject(subject);
  });

  it('keeps a code nobody knows, and goes to the line that is there already', () => {
    const editing = editingOf(subjectTable);
    const unknown = nameLine(editing, sound, sound.length, 'code', null, '2059977', nameOf);
    expect(unknown.rows[unknown.index]).toMatchObject({ code: '2059977', name: '' });
    const twice = nameLine(editing, sound, sound.length, 'code', null, '2050101', nameOf);
    expect(twice).toMatchObject({ rows: sound, index: 3 });
  });

  it('moves a line with its amounts, and every sum follows', () => {
    const { rows, index } = nameLine(editingOf(subjectTable), sound, 3, 'code', null, '2100102', nameOf);
    expect(rows[index]).toMatchObject({ code: '2100102', basic: '20.00' });
    const total = (code: string) => rows.find((row) => row.code === code)?.total;
    expect([total(''), total('205'), total('210')]).toEqual(['130.50', '30.00', '100.50']);
  });

  it('makes a line of a group a sum when its text says so', () => {
    const lines = [
      { item: '合计', price: null, total: '5.00', fiscal: '5.00', own: null },
      { item: '床', price: null, total: '5.00', fiscal: '5.00', own: null },
      { item: '车', price: null, total: null, fiscal: null, own: null },
    ];
    const { rows } = nameLine(editingOf(groupTable), lines, 3, 'item', null, '乙院小计', nameOf);
    expect(rows.map(({ item }) => item)).toEqual(['合计', '床', '车', '乙院小计']);
  });
});

describe('pasteLines', () => {
  const range = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

  it('sends rows with codes to the lines of their codes, and computes what is computed', () => {
    const editing = editingOf(subjectTable);
    const block = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['206', '科学技术支出', '9', '9', '-'],
      ['2060201', '自然科学基金', '7', '7', ''],
      ['2050101', '行政运行', '21', '21', ''],
    ];
    const { rows, notice } = pasteLines(editing, sound, range(8, 0), block, nameOf);
    const line = (code: string) => rows.find((row) => row.code === code);
    expect(line('206')).toMatchObject({ total: '7.00', basic: '7.00' });
    expect(line('20602')).toMatchObject({ name: '基础研究', basic: '7.00' });
    expect(line('2050101')).toMatchObject({ name: '行政运行', basic: '21', total: '21.00' });
    expect(line('')).toMatchObject({ total: '138.50' });
    expect(notice).toContain('与计算结果不同');
  });

  it('fills amounts in from the active cell on, and says what found no place', () => {
    const editing = editingOf(subjectTable);
    const pasted = pasteLines(
      editing,
      sound,
      range(7, 3),
      [
        ['1,200.5', '约十万'],
        ['3', '4'],
      ],
      nameOf,
    );
    expect(pasted.rows[7]).toMatchObject({ basic: '1200.5', project: null, total: '1200.50' });
    expect(pasted.notice).toBe('1 个格不是金额，没有粘贴；末尾 1 行没有对应的行，没有粘贴。');
  });

  it('adds lines where the table takes any', () => {
    const editing = editingOf(groupTable);
    const lines = [{ item: '合计', price: null, total: null, fiscal: null, own: null }];
    const { rows } = pasteLines(editing, lines, range(1, 0), [['甲院小计'], ['床', '2', '', '10']], nameOf);
    expect(rows).toMatchObject([
      { item: '合计', total: '10.00' },
      { item: '甲院小计', fiscal: '10.00' },
      { item: '床', price: '2', total: '10.00' },
    ]);
  });
});

describe('chooseSubject', () => {
  it('takes letters for what they find, digits and words only for a subject of exactly that code or name', () => {
    expect(chooseSubject(dictionary, 'zrkx')).toMatchObject({ subjects: [{ code: '2060201' }], meant: 0 });
    expect(chooseSubject(dictionary, '20501')).toMatchObject({ meant: 0 });
    expect(chooseSubject(dictionary, '20').meant).toBe(-1);
    expect(chooseSubject(dictionary, '基础研究').meant).toBe(0);
    // Two subjects are called so.
    expect(chooseSubject(dictionary, '行政运行')).toMatchObject({ meant: -1, subjects: [{}, {}] });
  });
});

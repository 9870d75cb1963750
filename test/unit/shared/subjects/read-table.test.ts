import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../../shared/grid/grid.ts';
import { compareSubjects, readSubjectTable } from '../../../../shared/subjects/read-table.ts';

function rows(...lines: readonly (readonly string[])[]): GridRow[] {
  return lines.map((texts, index) => ({
    kind: 'table',
    place: `第${index + 1}行`,
    cells: texts.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 })),
  }));
}

describe('readSubjectTable', () => {
  it('reads a code and a name, and passes headings and explanations over', () => {
    const table = readSubjectTable(
      'functional',
      rows(['支出功能分类科目'], ['科目编码', '科目名称', '说明'], ['201', '甲类', '反映甲'], ['20101', ' 乙 款 ', '']),
    );
    expect(table).toEqual({
      subjects: [
        { code: '201', name: '甲类' },
        { code: '20101', name: '乙款' },
      ],
      problems: [],
    });
  });
  it('reads class, division and item in columns of their own', () => {
    const whole = rows(['201', '', '', '甲'], ['201', '01', '', '乙'], ['201', '01', '02', '丙']);
    const last = rows(['201', '', '', '甲'], ['', '01', '', '乙'], ['', '', '02', '丙'], ['', '03', '', '丁']);
    expect(readSubjectTable('functional', whole).subjects.map(({ code }) => code)).toEqual(['201', '20101', '2010102']);
    expect(readSubjectTable('functional', last).subjects).toEqual([
      { code: '201', name: '甲' },
      { code: '20101', name: '乙' },
      { code: '2010102', name: '丙' },
      { code: '20103', name: '丁' },
    ]);
  });
  it('reads a table of two halves', () => {
    const table = readSubjectTable('economic', rows(['301', '甲', '302', '乙'], ['30101', '丙', '30201', '丁']));
    expect(table.subjects.map(({ code, name }) => code + name)).toEqual(['301甲', '30101丙', '302乙', '30201丁']);
  });
  it('knows only the lengths of its classification', () => {
    expect(readSubjectTable('economic', rows(['3010101', '甲'], ['2025', '年度'], ['1', '序号'])).subjects).toEqual([]);
  });
  it('names a code with two names, and a subject without its class', () => {
    const { subjects, problems } = readSubjectTable('functional', rows(['201', '甲'], ['201', '乙'], ['20203', '丙']));
    expect(subjects).toHaveLength(2);
    expect(problems).toEqual([
      '第2行：编码 201 有两个名称，“甲”和“乙”，取前一个。',
      '20203 丙：表中没有它的上级科目 202。',
    ]);
  });
});

describe('compareSubjects', () => {
  it('tells what comes, goes and is called otherwise', () => {
    const before = [
      { code: '201', name: '甲' },
      { code: '202', name: '乙' },
    ];
    const after = [
      { code: '202', name: '丙' },
      { code: '203', name: '丁' },
    ];
    expect(compareSubjects(before, after)).toEqual({
      added: [{ code: '203', name: '丁' }],
      removed: [{ code: '201', name: '甲' }],
      renamed: [{ code: '202', from: '乙', to: '丙' }],
    });
  });
});

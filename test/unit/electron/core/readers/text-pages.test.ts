import { expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readText } from '../../../../../electron/core/readers/text.ts';

function told(text: string): string[] {
  const sheet = readText(text, READER_LIMITS);
  if (!sheet.ok) throw new Error(sheet.error.kind);
  return sheet.value.rows.map((row) => `${row.place} ${row.kind}: ${row.cells.map((cell) => cell.text).join('|')}`);
}

it('keeps the number of a page out of the cells it stands between, and out of none of the rows', () => {
  const rows = '\t一级\n\t二级\n\t三级\n\n\t产出\n\t数量\n\n- 12 -\n\n\t10人\n\n\t效益\n\t社会\n\t提高\n';
  expect(told(rows)).toEqual([
    '第1行 table: 一级|二级|三级',
    '第5行 table: 产出|数量|10人',
    '第8行 line: - 12 -',
    '第12行 table: 效益|社会|提高',
  ]);
});

it('takes blanks in front of the first tab for an empty cell', () => {
  expect(told('  \t一级\n\u3000\t二级\n\n\t产出\n \t数量')).toEqual([
    '第1行 table: 一级|二级',
    '第4行 table: 产出|数量',
  ]);
});

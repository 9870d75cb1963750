import type { GridRow } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';

/** What stands below the tables of many offices and is no row of them: remarks, and who filled them in and when. */
const FOOT_WORDS = [
  '备注',
  '注意事项',
  '附?注\\d{0,2}',
  '(?:填表|填报|填写|编制)?说明',
  '(?:填表|填报|制表|编制|经办|审核|复核|联系)人',
  '(?:单位|财务|部门)?负责人',
  '(?:联系)?电话',
  '(?:填表|填报|制表|编制)(?:日期|时间)',
  '(?:审核|主管部门|财政部门)意见',
];
const FOOT = new RegExp(`^(?:${FOOT_WORDS.join('|')})(?:\\(签[字章]\\)|\\(盖章\\))?(?::|$)`, 'u');

/** True for a row that begins with such a word. */
export function isFootRow(row: GridRow): boolean {
  const first = row.cells.find((cell) => cell.text.trim() !== '');
  return first !== undefined && FOOT.test(normaliseLabel(first.text));
}

/** The row after the foot of a form that ends before `end`; never past `limit`, where something else begins. */
export function footEnd(rows: readonly GridRow[], end: number, limit: number): number {
  let after = end;
  for (let index = end; index < limit; index += 1) {
    const row = rows[index];
    const isBlank = row === undefined || row.cells.every((cell) => cell.text.trim() === '');
    if (isBlank) continue;
    if (!isFootRow(row)) break;
    after = index + 1;
  }
  return after;
}

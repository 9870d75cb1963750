import { type CellObject, SSF } from 'xlsx';

/** A double holds 15 decimal digits faithfully; Excel shows and keeps no more. */
const DOUBLE_DIGITS = 15;

/** Excel's short date is no format of the file but of the system; SheetJS calls it so, Chinese systems show it so. */
const SHORT_DATE = 'm/d/yy';
const CHINESE_SHORT_DATE = 'yyyy/m/d';

/**
 * The text of a cell as a person sees it. Formulas give the value the file holds and are never computed; a number
 * without a format of its own gives all of its digits, where a narrow cell would show fewer.
 * @param date1904 whether the workbook counts days from 1904, as old Macs did
 */
export function cellText(cell: CellObject, date1904 = false): string {
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' ? cell.v.replace(/\r\n?/gu, '\n') : '';
    case 'n':
      return numberText(cell, date1904);
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE';
    case 'z':
      return '';
    default:
      return cell.w ?? String(cell.v ?? '');
  }
}

function numberText(cell: CellObject, date1904: boolean): string {
  if (typeof cell.v !== 'number') return cell.w ?? '';
  if (cell.z === SHORT_DATE) return String(SSF.format(CHINESE_SHORT_DATE, cell.v, { date1904 }));
  const isGeneral = cell.z === undefined ? cell.w === undefined : cell.z === 'General';
  return isGeneral || cell.w === undefined ? decimalText(cell.v) : cell.w.trim();
}

/** A number in plain decimal digits, without an exponent. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString();
  const shortest = String(Number(value.toPrecision(DOUBLE_DIGITS)));
  return shortest.includes('e') ? expandExponent(shortest) : shortest;
}

function expandExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** How Word writes the numbers of its lists (`w:numFmt`, ECMA-376 part 1, 17.18.59). */

const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, aa, bb, … as Word goes on. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

/** 十二, 一百零三: numbers to 9999 in words. */
function counting(value: number, digits: string, units: readonly string[]): string {
  let text = '';
  let hasGap = false;
  for (const [index, digit] of [...String(value)].entries()) {
    const unit = units[String(value).length - 1 - index] ?? '';
    if (digit === '0') hasGap = text !== '';
    else {
      text += `${hasGap ? '零' : ''}${digits[Number(digit)] ?? ''}${unit}`;
      hasGap = false;
    }
  }
  return text;
}

/** Ten to nineteen are 十, 十一, … where nobody forges amounts. */
function chinese(value: number): string {
  const text = counting(value, DIGITS, ['', '十', '百', '千']);
  return value < 20 ? text.replace(/^一十/u, '十') : text;
}

function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? '').join('');
}

/** A character out of a run of enclosed numbers (①, ⑴, ⒈); undefined where it has none so high. */
function enclosed(value: number, first: number, count: number): string | undefined {
  return value <= count ? String.fromCodePoint(first + value - 1) : undefined;
}

const MOST_IN_WORDS = 9999;

/** A number of a list as it is shown. Formats that no office here uses are shown in digits. */
export function formatNumber(value: number, format: string): string {
  const digits = String(value);
  if (format === 'none' || format === 'bullet') return '';
  if (format === 'decimalZero') return digits.padStart(2, '0');
  if (value < 1 || value > MOST_IN_WORDS) return digits;
  switch (format) {
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counting(value, FORMAL_DIGITS, ['', '拾', '佰', '仟']);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digitByDigit(value);
    case 'ideographTraditional':
      return value <= STEMS.length ? STEMS.charAt(value - 1) : digits;
    case 'ideographZodiac':
      return value <= BRANCHES.length ? BRANCHES.charAt(value - 1) : digits;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460, 20) ?? digits;
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474, 20) ?? `(${digits})`;
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488, 20) ?? `${digits}.`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digits.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    default:
      return digits;
  }
}

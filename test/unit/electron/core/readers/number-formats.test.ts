import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../../electron/core/readers/number-formats.ts';

describe('formatNumber', () => {
  it.for([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 26, 'z'],
    ['chineseCountingThousand', 1, '一'],
    ['chineseCountingThousand', 10, '十'],
    ['chineseCounting', 18, '十八'],
    ['chineseCountingThousand', 48, '四十八'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['japaneseCounting', 103, '一百零三'],
    ['chineseCountingThousand', 2005, '二千零五'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 2026, '二〇二六'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 12, '亥'],
    ['decimalEnclosedCircleChinese', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 1, '⒈'],
    ['decimalFullWidth', 10, '１０'],
    ['none', 3, ''],
    ['bullet', 3, ''],
    ['hebrew1', 5, '5'],
    ['upperRoman', 0, '0'],
    ['chineseCounting', 32_767, '32767'],
  ] as const)('writes in %s %i as %s', ([format, value, text]) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

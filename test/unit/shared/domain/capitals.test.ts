import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInCapitals } from '../../../../shared/domain/capitals.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };

/** Reads capitals back, by place value alone: independent of how zeros are written. */
function readWhole(text: string): bigint {
  for (const [name, size] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
  ] as const) {
    const at = text.lastIndexOf(name);
    if (at >= 0) return readWhole(text.slice(0, at)) * size + readWhole(text.slice(at + 1));
  }
  let value = 0n;
  let digit = 0n;
  for (const char of text) {
    const place = PLACES[char];
    if (place === undefined) digit = BigInt(DIGITS.indexOf(char));
    else {
      value += digit * place;
      digit = 0n;
    }
  }
  return value + digit;
}

function readFen(text: string): bigint {
  const unsigned = text.replace(/^负/u, '');
  const [whole, rest] = unsigned.includes('元') ? unsigned.split('元') : ['', unsigned];
  const digitBefore = (unit: string): bigint => {
    const at = rest?.indexOf(unit) ?? -1;
    return at < 1 ? 0n : BigInt(DIGITS.indexOf(rest?.charAt(at - 1) ?? '零'));
  };
  const fen = readWhole(whole ?? '') * 100n + digitBefore('角') * 10n + digitBefore('分');
  return text.startsWith('负') ? -fen : fen;
}

function fenText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('amountInCapitals', () => {
  // The first five are the examples of 支付结算办法, annex 1.
  it.each([
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['0', '零元整'],
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['10', '壹拾元整'],
    ['1000', '壹仟元整'],
    ['10001', '壹万零壹元整'],
    ['10500', '壹万零伍佰元整'],
    ['1000000', '壹佰万元整'],
    ['1000001', '壹佰万零壹元整'],
    ['100000000', '壹亿元整'],
    ['100050000', '壹亿零伍万元整'],
    ['100000005', '壹亿零伍元整'],
    ['1000000000000', '壹万亿元整'],
    ['-1.2', '负壹元贰角整'],
  ])('%s 元 is %s', (amount, capitals) => {
    expect(amountInCapitals(amount, '元')).toBe(capitals);
  });

  it('counts in the unit of the form', () => {
    expect(amountInCapitals('1937.92', '万元')).toBe('壹仟玖佰叁拾柒万玖仟贰佰元整');
    expect(amountInCapitals('0.000001', '万元')).toBe('壹分');
  });

  it('gives nothing for what is no amount, finer than a 分, or too large to be read', () => {
    for (const amount of ['', '六十', '0.001', '1'.padEnd(17, '0')])
      expect(amountInCapitals(amount, '元')).toBeUndefined();
    expect(amountInCapitals('0.0000001', '万元')).toBeUndefined();
  });

  it('reads back to the same amount, with never two 零 in a row nor one at an end', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
        fc.nat({ max: 14 }),
        (random, zeros) => {
          // Numbers with many zeros are where the rules bite.
          const fen = (random / 10n ** BigInt(zeros)) * 10n ** BigInt(fc.stringify(random).length % (zeros + 1));
          const text = amountInCapitals(fenText(fen), '元') ?? '';
          expect(readFen(text)).toBe(fen);
          if (fen !== 0n) expect(text).not.toMatch(/零零|零[万亿元角分整]|^负?零/u);
          expect(text.endsWith('整')).toBe(fen % 10n === 0n);
        },
      ),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { privacy } from '../../../../../shared/checks/rules/privacy.ts';
import { findingsOf, outcomesOf, soundWith } from '../../../../support/sample-form.ts';

const goal = (annualGoal: string) => soundWith({ annualGoal });

/** Made up: no region has the code 900000, so no person has such a number; the last digit is the right one. */
function identityNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'.charAt(total % 11);
}

describe('text-privacy', () => {
  it('finds an identity number by its checksum, and does not repeat it', () => {
    const number = identityNumber('90000019900101001');
    const [finding] = findingsOf(privacy, goal(`联系人张某，${number}。`));
    expect(finding).toMatchObject({
      outcome: 'fail',
      path: 'annualGoal',
      message: expect.stringContaining('身份证号'),
    });
    expect(finding?.message).not.toContain(number);
  });

  it('finds a mobile number', () => {
    expect(findingsOf(privacy, goal('电话13000000000'))).toMatchObject([
      { outcome: 'fail', message: expect.stringContaining('手机号') },
    ]);
  });

  it.each([
    '拨付13000000000元',
    '设备编号130000000001',
    '90000019900101001',
    `${identityNumber('90000019900101001').slice(0, 17)}A`,
    '2026年1月1日至2026年12月31日',
    '010-12345678',
  ])('passes %s', (text) => {
    expect(outcomesOf(privacy, goal(text))).toEqual(['pass']);
  });

  it('passes a number whose checksum is wrong', () => {
    const number = identityNumber('90000019900101001');
    const other = number.endsWith('5') ? '6' : '5';
    expect(outcomesOf(privacy, goal(number.slice(0, 17) + other))).toEqual(['pass']);
  });

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(privacy, {})).toEqual(['notApplicable']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  amountText,
  changePercentText,
  changeText,
  percentText,
  shortened,
} from '../../../../renderer/overview/words.ts';

describe('texts of amounts', () => {
  it('keep every digit', () => {
    expect(amountText('12345.60')).toBe('12,345.60');
    expect(amountText(null)).toBe('—');
    expect(percentText('0.0')).toBe('0.0%');
  });

  it('give a change its sign, and none to no change', () => {
    expect(changeText('1234.5')).toBe('+1,234.5');
    expect(changeText('-1234.5')).toBe('-1,234.5');
    expect(changeText('0.00')).toBe('0.00');
    expect(changePercentText('12.5')).toBe('+12.5%');
    expect(changePercentText(null)).toBe('—');
  });
});

describe('shortened', () => {
  it('leaves what fits and ends the rest with an ellipsis', () => {
    expect(shortened('卫生健康支出', 6)).toBe('卫生健康支出');
    expect(shortened('卫生健康支出', 5)).toBe('卫生健康…');
    expect(shortened('2026年度', 4)).toBe('2026年度');
    expect(shortened('2026年度预算', 4)).toBe('2026年…');
  });
});

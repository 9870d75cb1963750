import { describe, expect, it } from 'vitest';
import { bareUnitName, withoutUnitCode } from '../../../../shared/domain/unit-name.ts';

describe('a unit', () => {
  it('is the same with and without its code, whatever the width and the spaces', () => {
    expect(bareUnitName('361示例县卫生健康局')).toBe(bareUnitName('示例县 卫生健康局'));
    expect(bareUnitName('305-示例县财政局（本级）')).toBe(bareUnitName('示例县财政局(本级)'));
    expect(bareUnitName('３０５－示例县财政局')).toBe('示例县财政局');
    expect(bareUnitName('示例县财政局')).not.toBe(bareUnitName('示例县教育局'));
  });

  it('is shown without its code and otherwise as written', () => {
    expect(withoutUnitCode('361示例县财政局（本级）')).toBe('示例县财政局（本级）');
    expect(withoutUnitCode('305 — 示例县财政局')).toBe('示例县财政局');
    expect(withoutUnitCode('')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import {
  defaultChoices,
  loadChoices,
  nextZoom,
  saveChoices,
  suggestFileName,
} from '../../../../renderer/print-preview/print-choices.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

describe('remembered choices', () => {
  it('come back for the same form, and for no other; copies start at one again', () => {
    const storage = memory();
    const chosen = {
      ...defaultChoices,
      zoom: 1.25,
      copies: 3,
      isDuplex: true,
      settings: { offsetLeftMm: -2.5, offsetTopMm: 4 },
    };
    saveChoices(storage, 'a-form', chosen);
    expect(loadChoices(storage, 'a-form')).toEqual({ ...chosen, copies: 1 });
    expect(loadChoices(storage, 'other-form')).toEqual(defaultChoices);
  });

  it.each(['', '{', '[]', '{"zoom":99}', 'null'])('give way to the usual ones where %j was stored', (text) => {
    const storage = { getItem: () => text };
    expect(loadChoices(storage, 'a-form')).toEqual(defaultChoices);
  });

  it('are let go where nothing can be stored', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => saveChoices(full, 'a-form', defaultChoices)).not.toThrow();
  });
});

describe('nextZoom', () => {
  it('goes through the steps from any scale, and stops at the ends', () => {
    expect(nextZoom(1, 1)).toBe(1.25);
    expect(nextZoom(1, -1)).toBe(0.75);
    expect(nextZoom(0.9, 1)).toBe(1);
    expect(nextZoom(1.249, 1)).toBe(1.5);
    expect(nextZoom(2, 1)).toBe(2);
    expect(nextZoom(0.3, -1)).toBe(0.5);
  });
});

describe('suggestFileName', () => {
  it('names the form, and how many there are', () => {
    expect(suggestFileName(['设备更新'], 'pdf')).toBe('设备更新.pdf');
    expect(suggestFileName(['设备更新', '培训'], 'xlsx')).toBe('设备更新等2张表.xlsx');
  });

  it('leaves out what file systems do not take', () => {
    expect(suggestFileName(['..\\a/b:c*?"<>|\n'], 'pdf')).toBe('..abc.pdf');
    expect(suggestFileName(['???'], 'pdf')).toBe('表单.pdf');
    expect(suggestFileName(['长'.repeat(500)], 'pdf').length).toBeLessThan(80);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameText, isWithinEdits, normaliseLabel } from '../../../../shared/grid/normalise.ts';

/** The fewest characters to take away, put in or change, by its definition. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return edits(a.slice(1), b.slice(1));
  return 1 + Math.min(edits(a.slice(1), b), edits(a, b.slice(1)), edits(a.slice(1), b.slice(1)));
}

describe('isWithinEdits', () => {
  const label = fc.string({ unit: fc.constantFrom('项', '目', '名', '称'), maxLength: 6 });

  test('agrees with the definition of an edit', () => {
    fc.assert(
      fc.property(label, label, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(isWithinEdits(a, b, limit)).toBe(edits(a, b) <= limit);
      }),
    );
  });

  test('takes a label with a slip for the label, and no other', () => {
    expect(isWithinEdits('项目实施期', '项日实施期', 1)).toBe(true);
    expect(isWithinEdits('项目实施期', '目实施期', 1)).toBe(true);
    expect(isWithinEdits('实施期金额', '实施期目标', 1)).toBe(false);
  });
});

describe('normaliseLabel', () => {
  test('folds width, white space and a closing colon', () => {
    expect(normaliseLabel(' 项目　名称：')).toBe('项目名称');
    expect(isSameText('（2026年度）', '( 2026 年度 )')).toBe(true);
    expect(isSameText('项目名称', '项目编码')).toBe(false);
  });
});

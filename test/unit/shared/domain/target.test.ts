import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../shared/domain/target.ts';
import { canonicalTarget, formatTarget, parseTarget, targetParts } from '../../../../shared/domain/target.ts';
import { measuredTargetText, nastyText, targetText } from '../../../support/arbitraries.ts';
import { hasTruth, truthFolder } from '../../../support/seeds.ts';

function parts(target: Target): readonly (string | null)[] {
  return target.kind === 'words' ? ['words'] : [target.operator, target.value, target.unit];
}

describe('parseTarget', () => {
  it.each([
    ['≥90%', ['≥', '90', '%']],
    ['=81人', ['=', '81', '人']],
    ['100%', [null, '100', '%']],
    ['不低于 90 ％', ['≥', '90', '%']],
    ['大于等于90%', ['≥', '90', '%']],
    ['大 于 5', ['>', '5', '']],
    ['>=5400人', ['≥', '5400', '人']],
    ['＞＝５４００人', ['≥', '5400', '人']],
    ['不超过1,250.5万元', ['≤', '1250.5', '万元']],
    ['3400元/人/年', [null, '3400', '元/人/年']],
    ['-0.5℃', [null, '-0.5', '℃']],
    ['≥3', ['≥', '3', '']],
    ['1次/周', [null, '1', '次/周']],
    ['≥３km²', ['≥', '3', 'km²']],
    ['3　人', [null, '3', '人']],
  ])('reads %s', (text, expected) => {
    expect(parts(parseTarget(text))).toEqual(expected);
  });

  it.each([
    '',
    '逐步提高',
    '约45元/次',
    '2026年12月31日',
    '3人、4人',
    '≥%',
    '>',
    '城区500元，乡镇800元',
    '90%，逐年提高',
  ])('takes %j for words', (text) => {
    expect(parseTarget(text)).toEqual({ kind: 'words', text });
    expect(targetParts(text)).toEqual({ operator: null, value: null, unit: null });
  });

  it('writes a target plainly, and what is written plainly is read the same', () => {
    expect(canonicalTarget(parseTarget('不低于 90 ％'))).toBe('≥90%');
    expect(canonicalTarget(parseTarget('逐步提高'))).toBe('逐步提高');
    fc.assert(
      fc.property(targetText, (text) => {
        const target = parseTarget(text);
        const plain = canonicalTarget(target);
        expect(parts(parseTarget(plain))).toEqual(parts(target));
        expect(canonicalTarget(parseTarget(plain))).toBe(plain);
      }),
    );
  });

  it('measures every generated target that does', () => {
    fc.assert(
      fc.property(measuredTargetText, (text) => {
        const target = parseTarget(text);
        expect(target.kind).toBe('measure');
        expect(targetParts(text).value).toMatch(/^\d+(?:\.\d+)?$/u);
      }),
    );
  });
});

describe('formatTarget', () => {
  const same = (text: string): void => {
    expect(formatTarget(parseTarget(text))).toBe(text);
  };

  it('gives back every text it was read from', () => {
    fc.assert(fc.property(targetText, same), { numRuns: 300 });
    fc.assert(fc.property(nastyText, same));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), same));
    // Characters that change their length when folded, around a number.
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('≥', '９０', '％', '㎡', '½', 'ﬁ', '㈱', '㎞', ' ', '5')).map((p) => p.join('')),
        same,
      ),
    );
  });

  it.skipIf(!hasTruth)('gives back every target of the real documents (skipped where they are not at hand)', () => {
    const targets = globSync('*.json', { cwd: truthFolder }).flatMap((file) => {
      const text = readFileSync(path.join(truthFolder, file), 'utf8');
      return [...text.matchAll(/"(?:target|value|unit|operator)": *("(?:[^"\\]|\\.)*")/gu)].map(
        (match) => JSON.parse(match[1] ?? '""') as string,
      );
    });
    expect(targets.length).toBeGreaterThan(500);
    for (const target of targets) same(target);
  });
});

import { describe, expect, it } from 'vitest';
import { readTarget } from '../../../../renderer/sheet/target-reading.ts';

describe('readTarget', () => {
  it('offers the plain spelling only where it differs', () => {
    expect(readTarget('不低于 90 ％')).toEqual({
      kind: 'measure',
      operator: '≥',
      value: '90',
      unit: '%',
      better: '≥90%',
    });
    expect(readTarget(' ≥90% ')).toEqual({ kind: 'measure', operator: '≥', value: '90', unit: '%', better: null });
    expect(readTarget('83人')).toEqual({ kind: 'measure', operator: null, value: '83', unit: '人', better: null });
  });
  it('knows words and nothing', () => {
    expect(readTarget('逐步提高')).toEqual({ kind: 'words' });
    expect(readTarget(' ')).toEqual({ kind: 'empty' });
  });
  it('says nothing of a target that is only begun', () => {
    expect(readTarget('≥%')).toEqual({ kind: 'empty' });
    expect(readTarget('≥')).toEqual({ kind: 'empty' });
    expect(readTarget('元')).toEqual({ kind: 'words' });
  });
});

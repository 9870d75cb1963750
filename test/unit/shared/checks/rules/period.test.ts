import { describe, expect, it } from 'vitest';
import { periodOrder, periodReadable, periodYear } from '../../../../../shared/checks/rules/period.ts';
import { findingsOf, outcomesOf, sampleYear, soundWith } from '../../../../support/sample-form.ts';

const term = (period: string) => soundWith({ period });

describe('period-readable', () => {
  it.each(['2026.01.01-2026.12.31', '2026年', '3年', '长期'])('passes %s', (text) => {
    expect(outcomesOf(periodReadable, term(text))).toEqual(['pass']);
  });

  it.each([
    ['年底', '看不出起止日期'],
    ['2026.02.30-2026.12.31', '不存在的日期'],
  ])('fails for %s and shows how to write it', (text, what) => {
    expect(findingsOf(periodReadable, term(text))).toMatchObject([
      { outcome: 'fail', path: 'period', message: expect.stringContaining(what) },
    ]);
    expect(findingsOf(periodReadable, term(text))[0]?.message).toContain(`${sampleYear}.01.01-${sampleYear}.12.31`);
  });

  it('does not apply while it is empty', () => {
    expect(outcomesOf(periodReadable, term(''))).toEqual(['notApplicable']);
  });
});

describe('period-order', () => {
  it('passes a term that ends when it begins or later', () => {
    expect(outcomesOf(periodOrder, term('2026.01.01-2026.01.01'))).toEqual(['pass']);
    expect(outcomesOf(periodOrder, term('2026年1-12月'))).toEqual(['pass']);
  });

  it('fails for one that ends before', () => {
    expect(findingsOf(periodOrder, term('2026.12.31-2026.01.01'))).toMatchObject([
      { outcome: 'fail', path: 'period', severity: 'error', message: expect.stringContaining('晚于') },
    ]);
  });

  it('does not apply to a length or an open term, and cannot run on what it cannot read', () => {
    expect(outcomesOf(periodOrder, term('3年'))).toEqual(['notApplicable']);
    expect(outcomesOf(periodOrder, term('长期'))).toEqual(['notApplicable']);
    expect(outcomesOf(periodOrder, term(''))).toEqual(['notApplicable']);
    expect(findingsOf(periodOrder, term('年底'))).toMatchObject([{ outcome: 'couldNotRun', path: 'period' }]);
  });
});

describe('period-year', () => {
  it.each(['2026.01.01-2026.12.31', '2024-2026年', '2026.12.31-2029.1.1'])('passes %s', (text) => {
    expect(outcomesOf(periodYear, term(text))).toEqual(['pass']);
  });

  it.each(['2025.01.01-2025.12.31', '2027年'])('fails for %s, which leaves the form’s year out', (text) => {
    expect(findingsOf(periodYear, term(text))).toMatchObject([
      { outcome: 'fail', path: 'period', severity: 'warning' },
    ]);
  });

  it('says nothing of a term the wrong way round, which has its own rule', () => {
    expect(outcomesOf(periodYear, term('2030.1.1-2020.1.1'))).toEqual(['pass']);
  });

  it('does not apply without dates, and cannot run on what it cannot read', () => {
    expect(outcomesOf(periodYear, term('2年'))).toEqual(['notApplicable']);
    expect(outcomesOf(periodYear, term('若干'))).toEqual(['couldNotRun']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../shared/domain/period.ts';
import { nastyText } from '../../../support/arbitraries.ts';

const wholeYear = { kind: 'range', start: '2026-01-01', end: '2026-12-31' };

describe('parsePeriod', () => {
  it.each([
    '2026.01.01-2026.12.31',
    '2026.1.1-2026.12.31',
    '2026.1.1—2026.12.31',
    '2026.1.1——2026.12.31',
    '2026.1.1 ～ 2026.12.31',
    '2026/01/01-2026/12/31',
    '2026-01-01-2026-12-31',
    '2026-01-01至2026-12-31',
    '20260101-20261231',
    '２０２６．１．１－２０２６．１２．３１',
    '2026年1月1日至2026年12月31日',
    '2026 年 1 月 1 日 至 12 月 31 日',
    '自2026年1月1日至2026年12月31日止',
    '2026.1.1-12.31',
    '2026年1月-12月',
    '2026年1-12月',
    '2026.01-2026.12',
    '2026年1月至2026年12月底',
    '2026年1月1日-2026年12月31日（1年）',
    '2026年',
    '2026年度',
    '2026年全年',
    '2026',
  ])('takes %s for the year 2026', (text) => {
    expect(parsePeriod(text)).toEqual(wholeYear);
  });

  it.each([
    ['2025-2027年', '2025-01-01', '2027-12-31'],
    ['2025年至2027年', '2025-01-01', '2027-12-31'],
    ['2024年3月至2026年2月', '2024-03-01', '2026-02-28'],
    ['2023.2-2024.2', '2023-02-01', '2024-02-29'],
    ['2026年3月', '2026-03-01', '2026-03-31'],
    ['2026年5月20日', '2026-05-20', '2026-05-20'],
    ['2026.12.31-2026.1.1', '2026-12-31', '2026-01-01'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(parsePeriod(text)).toEqual({ kind: 'range', start, end });
  });

  it.each([
    ['1年', 12],
    ['三年', 36],
    ['两年', 24],
    ['18个月', 18],
    ['半年', 6],
    ['１２ 个月', 12],
  ])('%s is %d months long', (text, months) => {
    expect(parsePeriod(text)).toEqual({ kind: 'length', months });
  });

  it.each(['长期', '持续', '常年', '经常性项目', '长期实施'])('%s has no end', (text) => {
    expect(parsePeriod(text)).toEqual({ kind: 'open' });
  });

  it.each(['2026.02.30-2026.12.31', '2026.13.1-2026.12.31', '2025.2.29-2025.12.31', '2026年0月-12月', '2026.13'])(
    '%s has a day that does not exist',
    (text) => {
      expect(parsePeriod(text)).toEqual({ kind: 'unreadable', reason: 'impossibleDate' });
    },
  );

  it.each(['', '年底', '按合同约定', '2026.1.1-', '-2026', '12.31', '2026年1月1日起'])('%j has no dates', (text) => {
    expect(parsePeriod(text)).toEqual({ kind: 'unreadable', reason: 'noDate' });
  });

  it('gives real days for whatever text, and reads every usual writing of two days', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom('.', '/', '-'),
        fc.constantFrom('-', '—', '至', '~'),
        (a, b, mark, dash) => {
          const [start, end] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
          const padded = `${start.replaceAll('-', mark)}${dash}${end.replaceAll('-', mark)}`;
          expect(parsePeriod(padded)).toEqual({ kind: 'range', start, end });
          const short = padded.replace(/(?<=\D)0/gu, '');
          expect(parsePeriod(short)).toEqual({ kind: 'range', start, end });
        },
      ),
    );
    fc.assert(
      fc.property(nastyText, (text) => {
        const period = parsePeriod(text);
        if (period.kind !== 'range') return;
        for (const date of [period.start, period.end]) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldText } from '../../../../shared/domain/answers.ts';
import { parsePeriod } from '../../../../shared/domain/period.ts';
import { carryForward, findLeftovers, shiftPeriod } from '../../../../shared/forms/carry-forward.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { output, sampleDefinition, soundAnswers, soundWith, withIndicators } from '../../../support/sample-form.ts';

const options = { fromYear: 2026, toYear: 2027, amounts: 'keep' } as const;
const carry = (answers: Parameters<typeof shapeAnswers>[1], amounts: 'keep' | 'clear' = 'keep') =>
  carryForward(sampleDefinition, shapeAnswers(sampleDefinition, answers), { ...options, amounts });

describe('a term', () => {
  test.each([
    ['2026.01.01-2026.12.31', '2027.01.01-2027.12.31'],
    ['2026年1-12月', '2027年1-12月'],
    ['2026年3月1日至2026年11月30日', '2027年3月1日至2027年11月30日'],
    ['20260101-20261231', '20270101-20271231'],
    ['２０２６年', '2027年'],
    ['2024-2026年', '2025-2027年'],
    ['2024.02.29-2024.12.31', '2025.02.28-2025.12.31'],
    ['20240229-20241231', '20250228-20251231'],
    ['3年', '3年'],
    ['长期', '长期'],
    ['另行通知', '另行通知'],
  ])('%s moved on by a year is %s', (text, moved) => {
    expect(shiftPeriod(text, 1)).toBe(moved);
  });

  const day = fc.record({
    year: fc.integer({ min: 1995, max: 2080 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const written = fc.constantFrom(
    (year: number, month: number, date: number) =>
      `${year}.${String(month).padStart(2, '0')}.${String(date).padStart(2, '0')}`,
    (year: number, month: number, date: number) => `${year}年${month}月${date}日`,
    (year: number, month: number, date: number) => `${year}/${month}/${date}`,
    (year: number, month: number, date: number) =>
      `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`,
  );

  test('moves its years and nothing else, and moves back', () => {
    fc.assert(
      fc.property(day, day, written, fc.integer({ min: -5, max: 5 }), (start, end, write, years) => {
        const text = `${write(start.year, start.month, start.day)}-${write(end.year, end.month, end.day)}`;
        const moved = shiftPeriod(text, years);
        const iso = ({ year, month, day: date }: typeof start) =>
          `${year + years}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        expect(parsePeriod(moved)).toEqual({ kind: 'range', start: iso(start), end: iso(end) });
        expect(shiftPeriod(moved, -years)).toBe(text);
      }),
    );
  });

  test('stays a term whatever the day, leap days too', () => {
    const anyDay = fc.date({ min: new Date('1996-01-01'), max: new Date('2080-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, written, fc.integer({ min: -5, max: 5 }), (date, write, years) => {
        const text = write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        const moved = parsePeriod(shiftPeriod(text, years));
        expect(moved.kind === 'range' && moved.start.slice(0, 7)).toBe(
          `${date.getUTCFullYear() + years}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`,
        );
      }),
    );
  });
});

describe('a form carried forward', () => {
  test('keeps its texts, targets and amounts, and moves its term on', () => {
    const { answers, leftovers } = carry(soundWith({ annualGoal: '2026年培训管理员八人。' }));
    expect(answers).toEqual(
      shapeAnswers(sampleDefinition, {
        ...soundAnswers,
        period: '2027.01.01-2027.12.31',
        annualGoal: '2026年培训管理员八人。',
      }),
    );
    expect(leftovers.map(({ path }) => path)).toEqual(['annualGoal', 'indicators.2.target']);
    expect(leftovers[0]?.text).toBe('2026年培训管理员八人。');
  });

  test('loses its amounts and nothing else where they are to be cleared', () => {
    const kept = carry(soundAnswers).answers;
    const { answers } = carry(soundAnswers, 'clear');
    const empty = { total: null, fiscal: null, other: null };
    expect(answers).toEqual({ ...kept, periodFunds: empty, annualFunds: empty });
  });

  test('keeps a term that reaches into the new year', () => {
    const { answers, leftovers } = carry(soundWith({ period: '2026.01.01-2028.12.31' }));
    expect(fieldText(answers, 'period')).toBe('2026.01.01-2028.12.31');
    expect(leftovers.map(({ path }) => path)).not.toContain('period');
  });

  test('lists a term it could not read', () => {
    expect(carry(soundWith({ period: '2026年内完成' })).leftovers[0]).toEqual({ path: 'period', text: '2026年内完成' });
  });
});

describe('a year left over', () => {
  const found = (text: string) =>
    findLeftovers(sampleDefinition, soundWith({ projectName: text, annualGoal: '', 'annualFunds.total': '2026' }), 2026)
      .map(({ path }) => path)
      .includes('projectName');

  test.each(['2026年', '２０２６年度', '二〇二六年', '二零二六年', '截至20260630', '〔2026〕12号'])(
    'is found in %s',
    (text) => {
      expect(found(text)).toBe(true);
    },
  );

  test.each(['2025年', '12026', '20261', '202.6', '二〇二五年'])('is not found in %s', (text) => {
    expect(found(text)).toBe(false);
  });

  test('is shown with a few words around it', () => {
    const answers = withIndicators([output(`${'甲'.repeat(30)}2026年${'乙'.repeat(30)}`, '≥1个')]);
    expect(findLeftovers(sampleDefinition, { ...answers, annualGoal: '' }, 2026)).toEqual([
      { path: 'indicators.0.level3', text: `…${'甲'.repeat(14)}2026年${'乙'.repeat(13)}…` },
    ]);
  });
});

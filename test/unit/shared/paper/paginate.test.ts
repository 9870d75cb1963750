import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitPlan,
  hasSplitRows,
  onePagePlan,
  type PagePlan,
  pageHeightPx,
  paginate,
  type RowMeasure,
  type SpanMeasure,
} from '../../../../shared/paper/paginate.ts';

const ROOM = { firstPx: 1000, nextPx: 960 };

function row(heightPx: number, more: Partial<RowMeasure> = {}): RowMeasure {
  const lines = Math.max(1, Math.floor((heightPx - 8) / 18));
  return {
    heightPx,
    lines,
    lineHeightPx: 18,
    chromePx: heightPx - lines * 18,
    keepsWithNext: false,
    repeatsOnPage: false,
    isLine: false,
    flows: false,
    ...more,
  };
}

const heading = row(30, { keepsWithNext: true, repeatsOnPage: true });
const title = row(40, { keepsWithNext: true, isLine: true });
const own = (page: PagePlan) => page.filter((part) => !part.isRepeat).map((part) => part.row);

describe('paginate', () => {
  it('keeps a form that fits on one page', () => {
    expect(paginate([title, heading, row(100)], [], ROOM)).toEqual(onePagePlan(3));
  });

  it('fills pages to the last row that fits and never splits one that fits on a page', () => {
    const plan = paginate([row(500), row(500), row(600), row(700)], [], ROOM);
    expect(plan.map(own)).toEqual([[0, 1], [2], [3]]);
    expect(hasSplitRows(plan)).toBe(false);
  });

  it('lets running text go over the page’s end where it stands', () => {
    const text = row(400, { isLine: true, flows: true });
    const plan = paginate([row(800), text], [], ROOM);
    expect(plan.map(own)).toEqual([[0, 1], [1]]);
    expect(plan[0]?.at(-1)?.toLine).toBe(plan[1]?.[0]?.fromLine);
  });

  it('prints the headings again where their rows run on, and only there', () => {
    const rows = [title, heading, ...Array.from({ length: 5 }, () => row(400))];
    const plan = paginate(rows, [], ROOM);
    expect(plan.map(own)).toEqual([[0, 1, 2, 3], [4, 5], [6]]);
    expect(plan.map((page) => page.filter((part) => part.isRepeat).map((part) => part.row))).toEqual([[], [1], [1]]);
  });

  it('does not leave a heading alone at the foot of a page', () => {
    const plan = paginate([row(900), heading, row(200)], [], ROOM);
    expect(plan.map(own)).toEqual([[0], [1, 2]]);
    expect(plan.flat().some((part) => part.isRepeat)).toBe(false);
  });

  it('ends the repeating of headings at a line outside the table', () => {
    const plan = paginate([heading, row(500), { ...title, keepsWithNext: false }, row(900)], [], ROOM);
    expect(plan.map((page) => page.map((part) => part.row))).toEqual([[0, 1, 2], [3]]);
  });

  it('splits a row taller than a page at lines, beginning where it stands', () => {
    const plan = paginate([row(200), row(3000), row(100)], [], ROOM);
    const parts = plan.flat().filter((part) => part.row === 1);
    expect(parts.length).toBeGreaterThan(2);
    expect(plan[0]?.map((part) => part.row)).toEqual([0, 1]);
    expect(own(plan.at(-1) ?? [])).toEqual([1, 2]);
  });

  it('starts a page rather than splitting off fewer than three lines', () => {
    const plan = paginate([row(960), row(3000)], [], ROOM);
    expect(plan[0]?.map((part) => part.row)).toEqual([0]);
  });

  it('gives a merged cell its height on every page it is on', () => {
    const rows = [row(480), row(480), row(30), row(30)];
    // The label beside rows 2 and 3 needs 100 px: with it they do not fit on the first page.
    const plan = paginate(rows, [{ firstRow: 2, lastRow: 3, heightPx: 100 }], ROOM);
    expect(plan.map(own)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('counts nested merged cells once', () => {
    const rows = [row(30), row(30), row(30)];
    const spans = [
      { firstRow: 0, lastRow: 2, heightPx: 150 },
      { firstRow: 0, lastRow: 1, heightPx: 100 },
    ];
    const [page = []] = onePagePlan(3);
    expect(pageHeightPx(page, rows, spans)).toBe(150);
  });
});

const measures = fc.array(
  fc
    .record({
      heightPx: fc.integer({ min: 20, max: 2500 }),
      keepsWithNext: fc.boolean(),
      kind: fc.constantFrom('row', 'row', 'row', 'row', 'heading', 'line'),
    })
    .map(({ heightPx, keepsWithNext, kind }) =>
      row(kind === 'row' ? heightPx : 20 + (heightPx % 60), {
        keepsWithNext: kind === 'row' ? keepsWithNext && heightPx < 100 : true,
        repeatsOnPage: kind === 'heading',
        isLine: kind === 'line',
      }),
    ),
  { minLength: 1, maxLength: 60 },
);

const spansOf = (count: number): fc.Arbitrary<SpanMeasure[]> =>
  fc.array(
    fc
      .record({
        firstRow: fc.nat(count - 1),
        length: fc.integer({ min: 2, max: 12 }),
        heightPx: fc.integer({ min: 20, max: 300 }),
      })
      .map(({ firstRow, length, heightPx }) => ({
        firstRow,
        lastRow: Math.min(count - 1, firstRow + length - 1),
        heightPx,
      })),
    { maxLength: 4 },
  );

const forms = measures.chain((rows) => fc.record({ rows: fc.constant(rows), spans: spansOf(rows.length) }));

describe('pages of any form', () => {
  it('hold every row exactly once, in order, split rows line by line', () => {
    fc.assert(
      fc.property(forms, ({ rows, spans }) => {
        const parts = paginate(rows, spans, ROOM)
          .flat()
          .filter((part) => !part.isRepeat);
        let nextRow = 0;
        let nextLine = 0;
        for (const part of parts) {
          expect(part.row).toBe(nextRow);
          expect(part.fromLine).toBe(nextLine);
          const isDone = part.toLine === Number.POSITIVE_INFINITY;
          nextRow += isDone ? 1 : 0;
          nextLine = isDone ? 0 : part.toLine;
        }
        expect(nextRow).toBe(rows.length);
      }),
      { numRuns: 500 },
    );
  });

  it('are never empty, and never overfull unless a single row is', () => {
    fc.assert(
      fc.property(forms, ({ rows, spans }) => {
        for (const [index, page] of paginate(rows, spans, ROOM).entries()) {
          expect(own(page).length).toBeGreaterThan(0);
          const isOverfull = pageHeightPx(page, rows, spans) > (index === 0 ? ROOM.firstPx : ROOM.nextPx);
          if (isOverfull) expect(own(page)).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('split only rows that are taller than a page', () => {
    fc.assert(
      fc.property(measures, (rows) => {
        for (const part of paginate(rows, [], ROOM).flat()) {
          const isPart = part.fromLine > 0 || part.toLine !== Number.POSITIVE_INFINITY;
          if (!isPart) continue;
          // With a heading above it a row a little lower than the page is too tall as well.
          expect(rows[part.row]?.heightPx ?? 0).toBeGreaterThan(ROOM.nextPx / 2);
        }
      }),
    );
  });
});

describe('fitPlan', () => {
  it('shows all rows of a grid that grew or shrank, once and in order', () => {
    fc.assert(
      fc.property(forms, fc.nat(80), ({ rows, spans }, count) => {
        const shown = fitPlan(paginate(rows, spans, ROOM), count).flatMap(own);
        expect(shown).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });
});

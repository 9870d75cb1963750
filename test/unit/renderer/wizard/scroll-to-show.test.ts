import { describe, expect, it } from 'vitest';
import { scrollToShow } from '../../../../renderer/wizard/scroll-to-show.ts';

describe('scrolling to a cell', () => {
  const view = { start: 100, size: 200 };

  it('is not needed where it is seen whole', () => {
    expect(scrollToShow(view, { start: 100, size: 200 })).toBeNull();
    expect(scrollToShow(view, { start: 250, size: 50 })).toBeNull();
  });

  it('puts a cell above or below in the middle, never before the beginning', () => {
    expect(scrollToShow(view, { start: 500, size: 40 })).toBe(420);
    expect(scrollToShow(view, { start: 290, size: 40 })).toBe(210);
    expect(scrollToShow(view, { start: 20, size: 40 })).toBe(0);
  });

  it('shows the beginning of what is larger than the view, unless it fills it', () => {
    expect(scrollToShow(view, { start: 250, size: 300 })).toBe(250);
    expect(scrollToShow(view, { start: 50, size: 400 })).toBeNull();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { Pace, paceFor } from '../../../../renderer/timing/pace.ts';
import { subjectTable } from '../../../support/budget-tables.ts';
import { type HandClock, handClock } from '../../../support/hand-clock.ts';

describe('pace', () => {
  let clock: HandClock;
  let runs: number[];
  let pace: Pace;
  beforeEach(() => {
    clock = handClock();
    runs = [];
    pace = new Pace(() => runs.push(clock.now()), { pauseMs: 100, longestMs: 250 }, clock);
  });

  it('waits for a pause', () => {
    pace.touch();
    clock.advance(60);
    pace.touch();
    clock.advance(99);
    expect(runs).toEqual([]);
    clock.advance(1);
    expect(runs).toEqual([160]);
    clock.advance(1000);
    expect(runs).toEqual([160]);
  });

  it('waits no longer than it may where there is no pause', () => {
    for (let at = 0; at < 600; at += 50) {
      pace.touch();
      clock.advance(50);
    }
    expect(runs).toEqual([250, 500]);
  });

  it('waits until no key is pressed either, but no longer than it may', () => {
    pace.touch();
    clock.advance(60);
    clock.press();
    clock.advance(99);
    expect(runs).toEqual([]);
    clock.advance(1);
    expect(runs).toEqual([160]);
    pace.touch();
    for (let at = 0; at < 300; at += 50) {
      clock.advance(50);
      clock.press();
    }
    expect(runs).toEqual([160, 410]);
  });

  it('does nothing once it is stopped', () => {
    pace.touch();
    pace.stop();
    clock.advance(1000);
    expect(runs).toEqual([]);
    pace.touch();
    clock.advance(100);
    expect(runs).toEqual([1100]);
  });
});

describe('paceFor', () => {
  const [table] = subjectTable.tables;
  const form = (lines: number) => ({
    definition: subjectTable,
    answers: { [table?.id ?? '']: Array.from({ length: lines }, () => ({})) },
  });

  it('makes what is dear wait longer in a form of very many lines', () => {
    const usual = { pauseMs: 100, longestMs: 250 };
    expect(paceFor(form(20), usual)).toBe(usual);
    expect(paceFor(form(500), usual).pauseMs).toBeGreaterThan(usual.pauseMs);
  });
});

import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../renderer/import/edits.ts';
import { applyEdits, canPlaceAt, pathsOf } from '../../../../renderer/import/edits.ts';
import { withTexts } from '../../../support/import-candidates.ts';
import { sampleDefinition as definition } from '../../../support/sample-form.ts';

const [first, second] = withTexts.unplaced;
if (!first || !second) throw new Error('two texts');

const edited = (...edits: readonly Edit[]) => applyEdits(definition, withTexts, edits);
const place = (path: string, way: 'append' | 'replace', text = first): Edit => ({ kind: 'place', text, path, way });
const openOf = (...edits: readonly Edit[]) =>
  edited(...edits)
    .left.filter(({ placedAt, isLeftOut }) => placedAt === null && !isLeftOut)
    .map(({ text }) => text);

describe('a text without a place', () => {
  it('is appended on a line of its own, or replaces what is then without a place itself', () => {
    expect(edited(place('annualGoal', 'append')).answers.annualGoal).toBe('按月发放。\n补充一');
    expect(openOf(place('annualGoal', 'append'))).toEqual(['≥95%']);
    const replaced = edited(place('annualGoal', 'replace'));
    expect(replaced.answers.annualGoal).toBe('补充一');
    expect(replaced.left.at(-1)).toEqual({ text: '按月发放。', place: '年度目标', placedAt: null, isLeftOut: false });
    expect(edited(place('periodGoal', 'append')).answers.periodGoal).toBe('补充一');
  });

  it('goes into parts of amounts, into cells of rows there are and of the row after them', () => {
    expect(edited(place('annualFunds.total', 'replace')).answers.annualFunds).toMatchObject({ total: '补充一' });
    expect(edited(place('indicators.0.target', 'replace', second)).answers.indicators).toEqual([
      expect.objectContaining({ target: '≥95%', operator: '≥', value: '95', unit: '%' }),
    ]);
    expect(edited(place('indicators.1.level3', 'append')).answers.indicators).toMatchObject([
      { level3: '人数' },
      { level1: '产出指标', level2: '数量指标', level3: '补充一' },
    ]);
  });

  it('goes nowhere a form has no place', () => {
    for (const path of ['', 'fiscalYear', 'indicators', 'indicators.7.target', 'indicators.0.weight']) {
      expect(canPlaceAt(definition, withTexts.answers, path)).toBe(false);
      expect(edited(place(path, 'append'))).toEqual(edited());
    }
  });

  it('is placed once, and not when it has been left out', () => {
    const twice = edited(place('annualGoal', 'append'), place('periodGoal', 'append'));
    expect(twice.answers.periodGoal).toBe('');
    expect(openOf({ kind: 'leave', text: first })).toEqual(['≥95%']);
    expect(edited({ kind: 'leave', text: first }, place('periodGoal', 'append')).answers.periodGoal).toBe('');
  });
});

describe('a text in the wrong cell', () => {
  it('goes to an empty cell, or changes places with what stands in the other', () => {
    const moved = edited({ kind: 'move', from: 'annualGoal', to: 'periodGoal', text: '按月发放。' });
    expect(moved.answers).toMatchObject({ annualGoal: '', periodGoal: '按月发放。' });
    const swapped = edited({ kind: 'move', from: 'indicators.0.level3', to: 'indicators.0.target', text: '人数' });
    expect(swapped.answers.indicators).toMatchObject([{ level3: '=160人', target: '人数', operator: null }]);
  });

  it('is taken out of it, and is then without a place', () => {
    const cleared = edited({ kind: 'clear', path: 'annualGoal', text: '按月发放。' });
    expect(cleared.answers.annualGoal).toBe('');
    expect(cleared.left.map(({ text }) => text)).toEqual(['补充一', '≥95%', '按月发放。']);
  });

  it('stays where it is when something else stands there by now', () => {
    const edits: Edit[] = [
      { kind: 'move', from: 'annualGoal', to: 'periodGoal', text: '别的' },
      { kind: 'move', from: 'annualGoal', to: 'annualGoal', text: '按月发放。' },
      { kind: 'clear', path: 'annualGoal', text: '别的' },
      { kind: 'clear', path: 'periodGoal', text: '' },
    ];
    for (const edit of edits) expect(edited(edit)).toEqual(edited());
  });
});

describe('pathsOf', () => {
  it('names the places an edit has settled', () => {
    expect(pathsOf(place('annualGoal', 'append'))).toEqual(['annualGoal']);
    expect(pathsOf({ kind: 'move', from: 'a', to: 'b', text: '' })).toEqual(['a', 'b']);
    expect(pathsOf({ kind: 'leave', text: first })).toEqual([]);
  });
});

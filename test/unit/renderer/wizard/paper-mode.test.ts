import { expect, it } from 'vitest';
import { nextPaperMode } from '../../../../renderer/wizard/paper-mode.ts';

it('F8 goes from beside to hidden to alone and back', () => {
  const modes = [nextPaperMode('beside'), nextPaperMode('hidden'), nextPaperMode('alone')];
  expect(modes).toEqual(['hidden', 'alone', 'beside']);
});

import { expect, test } from 'vitest';
import { changeNotes } from '../../../../renderer/history/change-notes.ts';
import type { AnswerChange } from '../../../../shared/forms/compare-answers.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

const changes: readonly AnswerChange[] = [
  { kind: 'changed', oldPath: 'projectName', newPath: 'projectName', oldText: '旧', newText: '' },
  { kind: 'changed', oldPath: 'indicators.1.target', newPath: 'indicators.0.target', oldText: '1', newText: '2' },
  { kind: 'removed', oldPath: 'indicators.0', newPath: null, oldText: '行', newText: '' },
];

test('each state bears the marks of its own places, with what stands in the other', () => {
  expect(changeNotes(sampleDefinition, changes, 'before')).toEqual([
    { path: 'projectName', kind: 'changed', message: '改为：空' },
    { path: 'indicators.1.target', kind: 'changed', message: '改为：2' },
    { path: 'indicators.0.level3', kind: 'removed', message: '后来删除的一行' },
    { path: 'indicators.0.target', kind: 'removed', message: '后来删除的一行' },
  ]);
  expect(changeNotes(sampleDefinition, changes, 'after')).toEqual([
    { path: 'projectName', kind: 'changed', message: '原为：旧' },
    { path: 'indicators.0.target', kind: 'changed', message: '原为：1' },
  ]);
});

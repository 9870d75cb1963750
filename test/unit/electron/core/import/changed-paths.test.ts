import { expect, test } from 'vitest';
import { changedPaths } from '../../../../../electron/core/import/changed-paths.ts';
import { shapeAnswers } from '../../../../../shared/forms/shape.ts';
import {
  sampleDefinition,
  soundAnswers,
  soundIndicators,
  soundWith,
  withIndicators,
} from '../../../../support/sample-form.ts';

const paths = (after: typeof soundAnswers) =>
  changedPaths(sampleDefinition, shapeAnswers(sampleDefinition, soundAnswers), shapeAnswers(sampleDefinition, after));

test('equal contents differ nowhere', () => {
  expect(paths(soundAnswers)).toEqual([]);
});

test('fields are named in the order of the form', () => {
  expect(paths(soundWith({ annualGoal: '别的', projectName: '别的', 'annualFunds.other': '1' }))).toEqual([
    'projectName',
    'annualFunds.other',
    'annualGoal',
  ]);
});

test('a target is named once, though it has parts', () => {
  const [first, ...rest] = soundIndicators;
  expect(paths(withIndicators([{ ...first, target: '≥5个' }, ...rest]))).toEqual(['indicators.0.target']);
});

test('a row that is gone is named by its cells', () => {
  expect(paths(withIndicators(soundIndicators.slice(0, -1)))).toEqual(
    ['level1', 'level2', 'level3', 'target'].map((column) => `indicators.5.${column}`),
  );
});

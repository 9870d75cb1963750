import { describe, expect, it } from 'vitest';
import { changedPlaces } from '../../../../renderer/import/change-words.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

describe('changedPlaces', () => {
  it('names fields and counts cells of tables', () => {
    const paths = ['annualGoal', 'annualFunds.total', 'indicators.0.target', 'indicators.4.level3'];
    expect(changedPlaces(shippedDefinition('dalian-project-target'), paths)).toBe('年度目标、年度金额、绩效指标 2 处');
  });
});

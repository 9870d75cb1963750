import { describe, expect, it } from 'vitest';
import { unitName } from '../../../../../shared/checks/rules/unit-name.ts';
import { findingsOf, outcomesOf, soundWith } from '../../../../support/sample-form.ts';

const units = (department: string, implementingUnit: string, reportingUnit = '') =>
  soundWith({ department, implementingUnit, reportingUnit });

describe('unit-name', () => {
  it.each([
    ['示例县文化旅游局', '示例县文化旅游局'],
    ['示例县文化旅游局', '青山镇文化站'],
    ['县文化旅游局', '文化旅游局'],
    ['305-示例县文化旅游局', '示例县图书馆'],
    ['示例局', '例局'],
  ])('passes %s and %s', (department, implementingUnit) => {
    expect(outcomesOf(unitName, units(department, implementingUnit))).toEqual(['pass']);
  });

  it.each([
    ['示例县文化旅游局', '例县文化旅游局', '示例县文化旅游局'],
    ['示例县文化旅游局', '例县文化馆', '示例县文化馆'],
    ['示例县文化旅游局', '306-例县文化馆', '306-示例县文化馆'],
  ])('beside %s, %s lost its first character', (department, implementingUnit, value) => {
    expect(findingsOf(unitName, units(department, implementingUnit))).toMatchObject([
      {
        outcome: 'fail',
        path: 'implementingUnit',
        message: expect.stringContaining(`“${implementingUnit}”`),
        fix: { path: 'implementingUnit', value },
      },
    ]);
  });

  it('sees whichever of the names it is', () => {
    const found = findingsOf(unitName, units('例县文化旅游局', '示例县图书馆', '示例县文化旅游局'));
    expect(found.map(({ path, outcome }) => [path, outcome])).toEqual([['department', 'fail']]);
  });

  it('does not apply to a single name', () => {
    expect(outcomesOf(unitName, units('例县文化旅游局', ''))).toEqual(['notApplicable']);
  });
});

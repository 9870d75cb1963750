import { describe, expect, it } from 'vitest';
import { isOnePerUnit, isSameUnit, onesThere } from '../../../../shared/forms/one-per-unit.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';

const balance = shippedDefinition('haigang-budget-balance');

describe('isOnePerUnit', () => {
  it('holds for tables of a set, whole-unit forms and texts, and not for forms of projects', () => {
    const many = shippedDefinitions.filter((definition) => !isOnePerUnit(definition)).map(({ family }) => family);
    expect(new Set(many)).toEqual(new Set(['project-target']));
    const [project] = shippedDefinitions.filter(({ family }) => family === 'project-target');
    expect(project && isOnePerUnit(project)).toBe(false);
  });
});

describe('isSameUnit', () => {
  it('overlooks codes, width and spaces, and takes a unit that is not said for any', () => {
    expect(isSameUnit('901示例县图书馆', '示例县 图书馆')).toBe(true);
    expect(isSameUnit('', '示例县图书馆')).toBe(true);
    expect(isSameUnit('示例县图书馆', '示例县文化馆')).toBe(false);
  });
});

describe('onesThere', () => {
  const forms = [
    { id: 'a', definitionId: balance.id, unit: '示例县文化馆' },
    { id: 'b', definitionId: balance.id, unit: '901示例县图书馆' },
    { id: 'c', definitionId: 'haigang-budget-income', unit: '示例县图书馆' },
  ];

  it('gives the forms of the kind and unit', () => {
    expect(onesThere(balance, '示例县图书馆', forms).map(({ id }) => id)).toEqual(['b']);
    expect(onesThere(balance, '', forms).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('gives none of a kind of which there may be many', () => {
    const project = shippedDefinition('haigang-project-target');
    expect(onesThere(project, '', [{ definitionId: project.id, unit: '' }])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { pathOf, positionAt } from '../../../../renderer/sheet/paths.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const [table] = shippedDefinition('dalian-project-target').tables;
if (!table) throw new Error('the form has a table');

describe('paths', () => {
  it('name a cell and find it', () => {
    expect(pathOf(table, { row: 3, column: 3 })).toBe('indicators.3.target');
    expect(positionAt(table, 'indicators.3.target')).toEqual({ row: 3, column: 3 });
    expect(positionAt(table, 'indicators.3')).toEqual({ row: 3, column: 0 });
  });
  it('of other tables and fields are none', () => {
    for (const path of ['goals.0.text', 'projectName', 'indicators', 'indicators.x.target', 'indicators.1.weight']) {
      expect(positionAt(table, path)).toBeUndefined();
    }
  });
});

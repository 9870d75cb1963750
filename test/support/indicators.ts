import { tableOf } from '../../shared/forms/shape.ts';
import { type IndicatorColumns, indicatorColumns } from '../../shared/indicators/indicator-columns.ts';
import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { shippedDefinition } from './definitions.ts';

/** The columns of the indicator table of a shipped form. */
export function shippedIndicatorColumns(definitionId: string): IndicatorColumns {
  const table = tableOf(shippedDefinition(definitionId), 'indicators');
  const columns = table && indicatorColumns(table);
  if (!columns) throw new Error(`${definitionId} has no indicators`);
  return columns;
}

/** An indicator of the library that is measured in percent. */
export const rateIndicator: LibraryIndicator = {
  level1: '产出指标',
  level2: '质量指标',
  name: '设备完好率',
  kind: 'rate',
  pattern: { form: 'figure', operator: '≥', unit: '%' },
  fields: [],
  uses: 0,
  sources: ['shipped'],
};

import { describe, expect, it } from 'vitest';
import { formTemplate } from '../../../../../shared/forms/recognise/form-template.ts';
import { mayHoldForm } from '../../../../../shared/forms/recognise/label-census.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const template = formTemplate(shippedDefinition('dalian-project-target'));

/** A sheet of one column. */
function rowsOf(texts: readonly string[]): GridRow[] {
  return texts.map((text) => ({ kind: 'table', cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1 }] }));
}

const labels = [
  ...new Set(
    template.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === 'label' && !cell.isOptional ? [cell.texts[0] ?? ''] : [])),
    ),
  ),
];

describe('mayHoldForm', () => {
  it('holds where the share of labels stands among the rows, in whatever order', () => {
    expect(mayHoldForm(template, rowsOf(labels.toReversed()), 0.5)).toBe(true);
  });

  it('counts labels with a slip, and labels with their value in one cell', () => {
    const long = labels.filter((label) => label.length >= 4);
    const share = (long.length - 1) / template.labelCount;
    const slips = long.map((label) => `${label.slice(0, -1)}口`);
    const values = long.map((label) => `${label}：示例`);
    expect(mayHoldForm(template, rowsOf(slips), share)).toBe(true);
    expect(mayHoldForm(template, rowsOf(values), share)).toBe(true);
  });

  it('does not hold where fewer do', () => {
    expect(mayHoldForm(template, [], 0.5)).toBe(false);
    expect(mayHoldForm(template, rowsOf(['姓名', '职务', '联系电话']), 0.5)).toBe(false);
    expect(mayHoldForm(template, rowsOf(labels.slice(0, 3)), 0.5)).toBe(false);
  });
});

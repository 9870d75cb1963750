import { expect, test } from 'vitest';
import { makeSection } from '../../../../shared/paper/make-section.ts';
import { sampleDefinition, soundAnswers } from '../../../support/sample-form.ts';

const record = { id: '00000000-0000-4000-8000-000000000001', answers: soundAnswers, fiscalYear: 2026 };
const [titleRow] = sampleDefinition.layout.rows;

/** The sample form with a title that is numbered where it is printed with others. */
const numbered = {
  ...sampleDefinition,
  layout: {
    ...sampleDefinition.layout,
    rows: sampleDefinition.layout.rows.map((row) =>
      row === titleRow && 'cells' in row && !('repeat' in row)
        ? {
            ...row,
            cells: row.cells.map((cell) =>
              'template' in cell
                ? { ...cell, template: `{ordinal}、${cell.template}`, aliases: [cell.template] }
                : cell,
            ),
          }
        : row,
    ),
  },
} as typeof sampleDefinition;

const titleOf = (ordinal?: number) => makeSection(numbered, record, ordinal).grid.rows[0]?.cells[0]?.text;

test('a form printed with others bears its number, one alone none', () => {
  expect(titleOf(3)).toBe('3、乡镇图书馆延时开放项目绩效目标表');
  expect(titleOf()).toBe('乡镇图书馆延时开放项目绩效目标表');
});

test('an unnamed form is called by its definition', () => {
  expect(makeSection(sampleDefinition, { ...record, answers: {} }).title).toBe(sampleDefinition.name);
});

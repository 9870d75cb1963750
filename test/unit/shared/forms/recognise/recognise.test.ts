import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { contentOf } from '../../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../../support/definitions.ts';
import { shapeOf } from '../../../../support/grid-shape.ts';
import { sheetOf, textOf } from '../../../../support/source-sheets.ts';

const options = { defaultFiscalYear: 2026 };

describe.each(shippedDefinitions.map((definition) => [definition.id, definition] as const))(
  'recognise(layOut(r)) = r for %s',
  (_id, definition) => {
    // A budget has a dozen tables, of a few kinds.
    const runs = (count: number): number => (definition.family === 'budget-table' ? count / 5 : count);
    const printsYear = JSON.stringify(definition.layout).includes('{fiscalYear}');

    it('holds for anything that can be typed, where merged cells are known', () => {
      fc.assert(
        fc.property(contentOf(definition, { texts: 'mixed' }), (content) => {
          const { forms, unrecognised } = recogniseDocument(
            sheetOf(layOut(definition, content)),
            shippedDefinitions,
            options,
          );
          expect(forms.map((form) => form.definitionId)).toEqual([definition.id]);
          expect(forms[0]?.answers).toEqual(content.answers);
          expect(forms[0]?.isYearFromSource).toBe(printsYear);
          if (printsYear) expect(forms[0]?.fiscalYear).toBe(content.fiscalYear);
          expect(forms[0]?.notes).toEqual([]);
          expect(unrecognised).toEqual([]);
        }),
        { numRuns: runs(300) },
      );
    });

    it('holds for two forms one below the other', () => {
      const pair = fc.tuple(contentOf(definition), contentOf(definition));
      fc.assert(
        fc.property(pair, (contents) => {
          const grids = contents.map((content) => layOut(definition, content));
          const { forms } = recogniseDocument(sheetOf(...grids), shippedDefinitions, options);
          expect(forms.map((form) => form.answers)).toEqual(contents.map((content) => content.answers));
        }),
        { numRuns: runs(100) },
      );
    });

    it('holds where lines outside the table are paragraphs, which have no columns', () => {
      fc.assert(
        fc.property(contentOf(definition), (content) => {
          const grid = layOut(definition, content);
          const rows = grid.rows.map((row) => {
            const [only, ...others] = row.cells;
            if (row.kind !== 'line' || !only || others.length > 0) return row;
            return { ...row, cells: [{ ...only, column: 0, columnSpan: 1 }] };
          });
          const { forms } = recogniseDocument(sheetOf({ ...grid, rows }), shippedDefinitions, options);
          expect(forms.map((form) => form.answers)).toEqual([content.answers]);
          expect(forms[0]?.notes).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    });

    it('holds where rows without text were left out, as readers leave them out', () => {
      fc.assert(
        fc.property(contentOf(definition, { texts: 'plain', emptyShare: 0.7 }), (content) => {
          const grid = layOut(definition, content);
          const kept = grid.rows.filter((row) => row.cells.some((cell) => cell.text.trim() !== ''));
          const shape = shapeOf(grid.rows);
          const rows = kept.map((row, index) => ({ ...row, cells: shape[index] ?? [] }));
          const { forms } = recogniseDocument(sheetOf({ ...grid, rows }), shippedDefinitions, options);
          expect(forms.map((form) => form.answers)).toEqual([content.answers]);
          expect(forms[0]?.notes).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    });

    it('holds for what a careful clerk types, where the spans are lost', () => {
      fc.assert(
        fc.property(contentOf(definition, { texts: 'plain', emptyShare: 0 }), (content) => {
          const { forms, unrecognised } = recogniseDocument(
            textOf(layOut(definition, content)),
            shippedDefinitions,
            options,
          );
          expect(forms.map((form) => form.answers)).toEqual([content.answers]);
          expect(unrecognised).toEqual([]);
        }),
        { numRuns: runs(200) },
      );
    });
  },
);

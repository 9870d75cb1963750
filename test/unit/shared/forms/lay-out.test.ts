import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAt, tableRows } from '../../../../shared/domain/answers.ts';
import type { FormContent } from '../../../../shared/forms/lay-out.ts';
import { layOut } from '../../../../shared/forms/lay-out.ts';
import { templateFields } from '../../../../shared/forms/template.ts';
import type { Binding, Grid } from '../../../../shared/grid/grid.ts';
import { placedCells } from '../../../../shared/grid/grid.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { output, sampleDefinition, sampleYear, soundAnswers, withIndicators } from '../../../support/sample-form.ts';

const sound: FormContent = { answers: soundAnswers, fiscalYear: sampleYear };

/** How often each place of the matrix is covered, row by row. */
function coverage(grid: Grid): number[][] {
  const counts = grid.rows.map(() => grid.columnWidths.map(() => 0));
  for (const { row, column, rowSpan, columnSpan } of placedCells(grid)) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) {
        const counted = counts[r];
        const count = counted?.[c];
        if (counted === undefined || count === undefined)
          throw new Error(`a cell reaches out at row ${r}, column ${c}`);
        counted[c] = count + 1;
      }
    }
  }
  return counts;
}

/** The places a cell stands for: its own, and those of the rows merged into it. */
function boundPaths({ bind }: { readonly bind?: Binding }): string[] {
  if (!bind) return [];
  if (bind.also !== undefined) {
    const { also, ...own } = bind;
    return [...boundPaths({ bind: own }), ...also.flatMap((other) => boundPaths({ bind: other }))];
  }
  const [table = '', index = '', column = ''] = bind.path.split('.');
  if (bind.lastRow === undefined) return [bind.path];
  return Array.from({ length: bind.lastRow - Number(index) + 1 }, (_, n) => `${table}.${Number(index) + n}.${column}`);
}

it('sets the ruled table of a dense form in small type, and nothing around it', () => {
  for (const definition of shippedDefinitions) {
    const { rows } = layOut(definition, { answers: {}, fiscalYear: sampleYear });
    for (const { kind, isDense = false } of rows) {
      expect(isDense).toBe(definition.paper.dense && kind === 'table');
    }
  }
});

describe('layOut', () => {
  it('prints titles, the stamp line and the labels around the values', () => {
    const grid = layOut(sampleDefinition, sound);
    const rows = grid.rows.map((row) => row.cells.map(({ text }) => text));
    expect(rows.slice(0, 4)).toEqual([
      ['乡镇图书馆延时开放项目绩效目标表'],
      ['（2026年度）'],
      ['填报单位（盖章）示例县文化旅游局', '单位：万元'],
      ['项目名称', '乡镇图书馆延时开放', '项目实施期', '2026.01.01-2026.12.31'],
    ]);
    expect(grid.rows.filter(({ hasStamp }) => hasStamp)).toHaveLength(1);
    expect(grid.rows.findIndex(({ hasStamp }) => hasStamp)).toBe(2);
    expect(grid.rows.filter(({ repeatsOnPage }) => repeatsOnPage).map(({ cells }) => cells[0]?.text)).toEqual([
      '一级指标',
    ]);
  });

  it('merges equal neighbouring categories, not the same inner one under another outer one', () => {
    const rows = [
      output('a', '1'),
      output('b', '2'),
      output('c', '3', '质量指标'),
      { level1: '效益指标', level2: '质量指标', level3: 'd', target: '4' },
    ];
    const grid = layOut(sampleDefinition, { answers: withIndicators(rows), fiscalYear: sampleYear });
    const spans = placedCells(grid)
      .filter(({ bind }) => /^indicators\.\d+\.level[12]$/u.test(bind?.path ?? ''))
      .map(({ text, rowSpan, bind }) => [text, rowSpan, bind?.lastRow]);
    expect(spans).toEqual([
      ['产出指标', 3, 2],
      ['数量指标', 2, 1],
      ['质量指标', 1, undefined],
      ['效益指标', 1, undefined],
      ['质量指标', 1, undefined],
    ]);
  });

  it('prints an empty row where a table has none', () => {
    const grid = layOut(sampleDefinition, { answers: withIndicators([]), fiscalYear: sampleYear });
    expect(grid.rows.at(-1)?.cells.map(({ text, bind }) => [text, bind?.path])).toEqual([
      ['', 'indicators.0.level1'],
      ['', 'indicators.0.level2'],
      ['', 'indicators.0.level3'],
      ['', 'indicators.0.target'],
    ]);
  });

  it('gives cells the role that decides their place on paper', () => {
    const roles = new Map(
      placedCells(layOut(sampleDefinition, sound)).map(({ bind, text, role }) => [bind?.path ?? text, role]),
    );
    expect(roles.get('annualFunds.total')).toBe('amount');
    expect(roles.get('annualGoal')).toBe('text');
    expect(roles.get('indicators.0.level3')).toBe('text');
    expect(roles.get('indicators.0.target')).toBe('short');
    expect(roles.get('绩效目标')).toBe('side');
    expect(roles.get('三级指标')).toBe('heading');
  });

  describe.each(shippedDefinitions)('of $id', (definition) => {
    it('covers every place of the matrix exactly once', () => {
      fc.assert(
        fc.property(contentOf(definition), (content) => {
          const wrong = coverage(layOut(definition, content)).flatMap((row, r) =>
            row.flatMap((count, c) => (count === 1 ? [] : [`row ${r} column ${c}: ${count}`])),
          );
          expect(wrong).toEqual([]);
        }),
      );
    });

    it('prints every field and every table cell, bound to its place and with its text', () => {
      fc.assert(
        fc.property(contentOf(definition), (content) => {
          const cells = placedCells(layOut(definition, content));
          const printed = new Set(cells.flatMap(boundPaths));
          const notes = new Set(
            definition.layout.rows.flatMap((row) =>
              'onlyFilled' in row && row.onlyFilled
                ? row.cells.flatMap((cell) => ('template' in cell ? templateFields(cell.template) : []))
                : [],
            ),
          );
          const wanted = [
            // A note below a table is printed where there is one.
            ...definition.fields.flatMap(({ id }) => (notes.has(id) && !answerAt(content.answers, id) ? [] : [id])),
            ...definition.tables.flatMap((table) =>
              tableRows(content.answers, table.id).flatMap((_row, index) =>
                table.columns
                  .filter(({ id }) => table.fixed?.[index]?.texts[id] === undefined)
                  .map(({ id }) => `${table.id}.${index}.${id}`),
              ),
            ),
          ];
          expect(wanted.filter((path) => !printed.has(path))).toEqual([]);
          const paragraphs: string[] = [];
          for (const cell of cells) {
            for (const path of boundPaths(cell)) {
              const text = answerAt(content.answers, path);
              if (cell.role === 'paragraph') paragraphs.push(path);
              else if (cell.role === 'title' || cell.role === 'line' || cell.role === 'label') {
                expect(cell.text).toContain(text);
              } else expect(cell.text).toBe(text);
            }
          }
          for (const path of paragraphs) {
            const own = cells.filter((cell) => cell.bind?.path === path).map(({ text }) => text);
            expect(own.join('\n').endsWith(answerAt(content.answers, path))).toBe(true);
          }
        }),
      );
    });
  });
});

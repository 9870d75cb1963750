import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOP_ROW } from '../../../../shared/forms/table-language.ts';
import { type OverviewFile, overviewFileSchema, tablesOf } from '../../../../shared/overview/overview-file.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';

const folder = path.join(import.meta.dirname, '../../../../resources/overview');
const files = globSync('*.json', { cwd: folder }).map((name): [string, OverviewFile] => [
  name,
  overviewFileSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
]);

/** What a file names of a table: lines and columns. */
function namedParts(file: OverviewFile): { definition: string; rows: string[]; columns: string[] }[] {
  const cells = [...file.totals.map(({ cell }) => cell), ...file.figures.flatMap(({ total }) => total ?? [])];
  return [
    ...cells.map(({ definition, row, column }) => ({ definition, rows: [row], columns: [column] })),
    ...file.figures.flatMap(({ lines }) => {
      switch (lines.kind) {
        case 'rows':
          return [{ definition: lines.definition, rows: lines.rows, columns: [lines.column] }];
        case 'columns':
          return [{ definition: lines.definition, rows: [lines.row], columns: lines.columns }];
        case 'subjects':
          return [{ definition: lines.definition, rows: [TOP_ROW], columns: [lines.column] }];
        default:
          return [];
      }
    }),
  ];
}

describe.each(files)('%s', (_name, file) => {
  it('names only tables, lines and amounts that shipped definitions have', () => {
    for (const { definition, rows, columns } of namedParts(file)) {
      const [table] = shippedDefinition(definition).tables;
      const lines = table?.fixed?.map(({ id }) => id) ?? (table?.tree ? [TOP_ROW] : []);
      const amounts = table?.columns.filter(({ type }) => type === 'amount').map(({ id }) => id);
      expect(lines, definition).toEqual(expect.arrayContaining(rows));
      expect(amounts, definition).toEqual(expect.arrayContaining(columns));
    }
  });

  it('draws subjects only of tables by subject, and forms only of families there are', () => {
    const families = shippedDefinitions.map(({ family }) => family);
    for (const { lines } of file.figures) {
      if (lines.kind === 'subjects') expect(shippedDefinition(lines.definition).tables[0]?.tree).toBeDefined();
      if ('families' in lines) expect(families).toEqual(expect.arrayContaining(lines.families));
    }
  });

  it('calls every figure otherwise', () => {
    const ids = file.figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('tablesOf', () => {
  it('lists every table once, also those of totals alone', () => {
    const cell = (definition: string) => ({ definition, row: 'top', column: 'total' });
    const file = overviewFileSchema.parse({
      id: 'test',
      amountUnit: '万元',
      totals: [{ title: '甲', cell: cell('a') }],
      figures: [
        {
          id: 'one',
          title: '一',
          chart: 'bars',
          lines: { kind: 'subjects', definition: 'b', column: 'total' },
          total: cell('c'),
        },
        {
          id: 'two',
          title: '二',
          chart: 'bars',
          lines: { kind: 'formGroups', families: ['project-target'] },
          total: cell('b'),
        },
      ],
    });
    expect([...tablesOf(file)].toSorted()).toEqual(['a', 'b', 'c']);
  });
});

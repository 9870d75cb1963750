import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { emptyAnswers } from '../../../../../shared/forms/shape.ts';
import { numbered, tableRowOf } from '../../../../../shared/grid/as-source.ts';
import { columnCount, type GridRow } from '../../../../../shared/grid/grid.ts';
import { shippedDefinition, shippedDefinitions } from '../../../../support/definitions.ts';
import { departmentAnswers, departmentDefinition } from '../../../../support/document-samples.ts';

const definition = shippedDefinition('haigang-project-target');
const answers = {
  ...emptyAnswers(definition),
  projectCode: '13030226P00100410001A',
  projectName: '渠道维修',
  annualFunds: { total: '36.00', fiscal: '36.00', other: null },
  purpose: '用于渠道清淤。',
  annualGoal: '渠道畅通。',
  indicators: [
    // The same words in two columns are no merged cell.
    {
      level1: '产出指标',
      level2: '数量指标',
      level3: '清淤长度',
      description: '清淤长度',
      target: '≥12公里',
      basis: '方案',
    },
    {
      level1: '产出指标',
      level2: '质量指标',
      level3: '合格率',
      description: '验收合格',
      target: '100%',
      basis: '方案',
    },
  ],
};

/** What some converters make of merged cells: their text in every cell they cover. */
function filled(rows: readonly GridRow[]): GridRow[] {
  const width = columnCount(rows);
  const texts = rows.map(() => new Array<string>(width).fill(''));
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rowSpan; down += 1) {
        texts[index + down]?.fill(cell.text, cell.column, cell.column + cell.columnSpan);
      }
    }
  }
  return texts.map((row) => tableRowOf(row));
}

const read = (rows: readonly GridRow[], knowsSpans = true) =>
  recogniseDocument({ sheets: [{ name: '', rows: numbered(rows), knowsSpans }] }, shippedDefinitions, {
    defaultFiscalYear: 2026,
  });

describe('merged cells whose text stands in every cell they cover', () => {
  const { rows } = layOut(definition, { answers, fiscalYear: 2026, ordinal: 1 });

  it('are read as one, with nothing left over', () => {
    const [whole] = read(rows).forms;
    for (const knowsSpans of [true, false]) {
      const { forms, unrecognised } = read(filled(rows), knowsSpans);
      expect(forms.map((form) => [form.definitionId, form.answers, form.unplaced])).toEqual([
        [definition.id, whole?.answers, []],
      ]);
      expect(unrecognised).toEqual([]);
    }
  });

  it('keep words that stand in two columns', () => {
    const [form] = read(filled(rows)).forms;
    expect(
      tableRows(form?.answers ?? {}, 'indicators').map(({ level3, description }) => [level3, description]),
    ).toEqual([
      ['清淤长度', '清淤长度'],
      ['合格率', '验收合格'],
    ]);
  });
});

it('keeps words that stand twice in a row that has slid to the left', () => {
  const { rows } = layOut(definition, { answers, fiscalYear: 2026, ordinal: 1 });
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text).filter((text) => text !== ''));
  const slid = [...texts, ['渠道完好', '渠道完好', '有效提高', '社会调查']].map((row) => tableRowOf(row));
  const [form] = read(slid, false).forms;
  expect(tableRows(form?.answers ?? {}, 'indicators').at(-1)).toMatchObject({
    level3: '渠道完好',
    description: '渠道完好',
    target: '有效提高',
    basis: '社会调查',
  });
});

it('reads paragraphs of a document that stand in cells of a sheet, not merged over the empty ones beside them', () => {
  const grid = layOut(departmentDefinition, { answers: departmentAnswers(), fiscalYear: 2026 });
  const width = columnCount(grid.rows);
  const rows = grid.rows.map((row): GridRow => {
    const texts = new Array<string>(width + 1).fill('');
    for (const cell of row.cells) texts[cell.column + 1] = cell.text;
    return tableRowOf(texts);
  });
  const [form] = read(rows).forms;
  expect(form?.definitionId).toBe(departmentDefinition.id);
  const long = (text: unknown): string[] =>
    String(text)
      .split('\n')
      .filter((line) => line.length >= 16);
  for (const field of ['overallGoal', 'measures']) {
    for (const line of long(departmentAnswers()[field])) expect(form?.answers[field]).toContain(line);
  }
});

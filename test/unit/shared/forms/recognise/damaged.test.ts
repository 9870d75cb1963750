import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../../shared/domain/answers.ts';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import type { RecognisedForm } from '../../../../../shared/forms/recognise/recognise.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';
import type { SourceDocument } from '../../../../../shared/grid/source-document.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import { documentOf } from '../../../../support/source-sheets.ts';

const definition = shippedDefinition('dalian-project-target');

const head = `乡村道路养护项目绩效目标表
（2026年度）
填报单位（盖章）云岭县交通运输局
单位：万元
项目名称|乡村道路养护||项目实施期|2026.01.01-2026.12.31
主管部门|云岭县交通运输局||实施单位|云岭县公路站
项目属性|||项目类别|
资金投入（万元）|实施期金额|80.50|年度金额|80.50
|其中：财政拨款|80.50|其中：财政拨款|80.50
|其他资金|0|其他资金|0
绩效目标|实施期目标||年度目标|
|道路完好。||道路保持完好。|
一级指标|二级指标|三级指标||年度指标值`;

const rows = `产出指标|数量指标|养护里程||≥120公里
||巡查次数||≥24次
效益指标|社会效益指标|出行条件||明显改善`;

function read(text: string): { forms: readonly RecognisedForm[]; unrecognised: readonly { text: string }[] } {
  return recogniseDocument(documentOf(text), [definition], { defaultFiscalYear: 2025 });
}

function indicators(form: RecognisedForm | undefined): (string | null | undefined)[][] {
  return tableRows(form?.answers ?? {}, 'indicators').map((row) => [row.level1, row.level2, row.level3, row.target]);
}

const whole = read(`${head}\n${rows}`).forms[0];

/** The form as a word processor keeps it: every column of it cut into several, at places of no meaning. */
function onFinerGrid(change: (row: GridRow) => GridRow = (row) => row): SourceDocument {
  const grid = layOut(definition, { answers: whole?.answers ?? {}, fiscalYear: 2026 });
  const edges = [0, 1, 5, 12, 16, 18];
  const rows = grid.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const column = edges[cell.column] ?? 0;
      return { ...cell, column, columnSpan: (edges[cell.column + cell.columnSpan] ?? 0) - column };
    });
    return change({ ...row, cells });
  });
  return { sheets: [{ name: '', rows, knowsSpans: true }] };
}

describe('recognising a form of a year that cannot be', () => {
  it('takes the year of the import and says so, also where all else stands as printed', () => {
    const grid = layOut(definition, { answers: whole?.answers ?? {}, fiscalYear: 2206 });
    const printed = { sheets: [{ name: '', rows: grid.rows, knowsSpans: true }] };
    const damaged = documentOf(`${head}\n${rows}`.replaceAll('2026', '2206'));
    for (const document of [printed, damaged]) {
      const { forms } = recogniseDocument(document, [definition], { defaultFiscalYear: 2025 });
      expect(forms.map(({ fiscalYear }) => fiscalYear < 2100)).toEqual([true]);
      expect(forms[0]?.notes.map(({ message }) => message).join()).toContain('2206');
    }
  });
});

it('comes to an end with a title that is all spaces but for its words', () => {
  const wide = `${head}\n${rows}`.replace('（2026年度）', `（${' '.repeat(200_000)}2026 年度${' '.repeat(200_000)}）`);
  expect(read(wide).forms.map(({ fiscalYear }) => fiscalYear)).toEqual([2026]);
  expect(read(`项目${' '.repeat(200_000)}绩效`).forms).toEqual([]);
});

describe('recognising a form on a grid finer than its own', () => {
  it('reads it as printed, without a note', () => {
    const { forms, unrecognised } = recogniseDocument(onFinerGrid(), [definition], { defaultFiscalYear: 2025 });
    expect(forms.map(({ answers, notes, unplaced }) => ({ answers, notes, unplaced }))).toEqual([
      { answers: whole?.answers, notes: [], unplaced: [] },
    ]);
    expect(unrecognised).toEqual([]);
  });

  it('goes by its headings where rows stand on edges of their own', () => {
    const crooked = onFinerGrid((row) => {
      const isLabelled = row.cells[0]?.text === '主管部门';
      const cells = row.cells.map((cell) =>
        isLabelled && cell.column > 0
          ? { ...cell, column: cell.column + 1, columnSpan: Math.max(1, cell.columnSpan - 1) }
          : cell,
      );
      return { ...row, cells: cells.map((cell) => ({ ...cell, text: cell.text.replace('主管部门', '主管部们') })) };
    });
    const { forms } = recogniseDocument(crooked, [definition], { defaultFiscalYear: 2025 });
    expect(forms[0]?.answers).toEqual(whole?.answers);
    expect(forms[0]?.unplaced).toEqual([]);
  });
});

describe('recognising a form that is not as printed', () => {
  it('reads the undamaged one without a note', () => {
    expect(whole?.notes).toEqual([]);
    expect(indicators(whole)).toEqual([
      ['产出指标', '数量指标', '养护里程', '≥120公里'],
      ['产出指标', '数量指标', '巡查次数', '≥24次'],
      ['效益指标', '社会效益指标', '出行条件', '明显改善'],
    ]);
  });

  it('puts a row that slid to the left, merged cells lost, back in its columns and says so', () => {
    const form = read(`${head}\n${rows.replace('||巡查次数||≥24次', '巡查次数||≥24次||')}`).forms[0];
    expect(form?.answers).toEqual(whole?.answers);
    expect(form?.notes.map((note) => note.path)).toEqual(['indicators.1']);
  });

  it('takes a category that slid into the outer column for what it is', () => {
    const form = read(`${head}\n${rows}\n社会效益指标|出行满意程度||提高|`).forms[0];
    expect(indicators(form).at(-1)).toEqual(['效益指标', '社会效益指标', '出行满意程度', '提高']);
  });

  it('finds the outer category by the inner one where the row does not name it, and says so', () => {
    const form = read(`${head}\n产出指标|数量指标|养护里程||≥120公里\n|社会效益指标|出行条件||改善`).forms[0];
    expect(indicators(form).at(-1)).toEqual(['效益指标', '社会效益指标', '出行条件', '改善']);
    expect(form?.notes.map((note) => note.path)).toContain('indicators.1.level1');
  });

  it('knows labels with spaces, other widths and a slip', () => {
    const other = head
      .replace('项目名称|', '项 目 名 称|')
      .replace('资金投入（万元）', '资金投入 (万元)')
      .replaceAll('其中：财政拨款', '其中: 财政拨款')
      .replace('实施单位', '实旋单位')
      .replace('（2026年度）', '( 2026 年度 )');
    const form = read(`${other}\n${rows}`).forms[0];
    expect(form?.answers).toEqual(whole?.answers);
    expect(form?.fiscalYear).toBe(2026);
    expect(form?.notes.map((note) => note.path)).toEqual(['implementingUnit']);
  });

  it('reads a form that lacks rows and its title', () => {
    const form = read(`${head}\n${rows}`.replace('项目属性|||项目类别|\n', '').replace(/^.*\n/u, '')).forms[0];
    expect(form?.answers).toEqual(whole?.answers);
  });

  it('reads label and value that stand in one cell', () => {
    const form = read(`${head}\n${rows}`.replace('项目名称|乡村道路养护||', '项目名称：乡村道路养护|||')).forms[0];
    expect(form?.answers).toEqual(whole?.answers);
  });

  it('reads a table one column narrower', () => {
    const narrow = `${head.replace('三级指标||年度指标值', '三级指标|年度指标值|')}\n${rows.replaceAll('||≥', '|≥').replace('||明显', '|明显')}`;
    const form = read(narrow).forms[0];
    expect(form?.answers).toEqual(whole?.answers);
  });

  it('converts amounts exactly where the source counts in 元, and says so', () => {
    const form = read(`${head}\n${rows}`.replace('单位：万元', '单位：元').replaceAll('80.50', '805000')).forms[0];
    expect(form?.answers.annualFunds).toEqual({ total: '80.5', fiscal: '80.5', other: '0' });
    expect(form?.notes.some((note) => note.message.includes('元'))).toBe(true);
  });

  it('keeps a title that says another name than the form', () => {
    const form = read(`${head}\n${rows}`.replace('乡村道路养护项目绩效目标表', '村道养护项目绩效目标表')).forms[0];
    expect(form?.notes.map((note) => [note.path, note.message.includes('村道养护')])).toEqual([['projectName', true]]);
  });

  it('loses nothing: what fits no cell is listed, what fits no form too', () => {
    const text = `关于报送材料的说明\n${head.replace('主管部门|', '联系电话|主管部门|')}\n${rows}\n附件清单`;
    const { forms, unrecognised } = read(text);
    expect(forms[0]?.unplaced.map((item) => item.text)).toEqual(['联系电话']);
    expect(unrecognised.map((item) => item.text)).toEqual(['关于报送材料的说明', '附件清单']);
  });

  it('finds every form of a document', () => {
    const second = `${head}\n${rows}`.replaceAll('乡村道路养护', '桥梁检测');
    const { forms } = read(`${head}\n${rows}\n\n${second}`);
    expect(forms.map((form) => form.answers.projectName)).toEqual(['乡村道路养护', '桥梁检测']);
    expect(forms.map((form) => form.place)).toEqual(['第1张表', '第2张表']);
  });

  it('goes on after a stray line with rows that say what they are, and not with those of another table', () => {
    const after = '第2页\n夜间巡查次数|≥12次\n采购清单\n路灯|40|35.20\n护栏|120|18.00';
    const { forms, unrecognised } = read(`${head}\n${rows}\n${after}`);
    expect(indicators(forms[0]).at(-1)?.slice(2)).toEqual(['夜间巡查次数', '≥12次']);
    expect(indicators(forms[0])).toHaveLength(4);
    expect(forms[0]?.unplaced.map((item) => item.text)).toEqual(['第2页']);
    expect(unrecognised.map((item) => item.text.split('\t')[0])).toEqual(['采购清单', '路灯', '护栏']);
  });

  it.each([
    '备注|本表一式三份。|||',
    '备注：本表一式三份。||||',
    '填表人（签字）：|张某||联系电话|1000',
    '注1：数据截至六月底||||',
    '填报说明：本表一式三份。',
  ])('leaves what stands below the table without a place, and goes on with the next form: %s', (foot) => {
    const { forms, unrecognised } = read(`${head}\n${rows}\n${foot}\n${head}\n${rows}`);
    expect(forms.map(({ answers }) => answers)).toEqual([whole?.answers, whole?.answers]);
    expect(forms[0]?.unplaced.map(({ text }) => text)).toEqual(foot.split('|').filter((text) => text !== ''));
    expect(forms[0]?.notes).toEqual([]);
    expect(unrecognised).toEqual([]);
  });

  it('takes an indicator for one, though its name begins like a remark', () => {
    const form = read(`${head}\n${rows}\n||说明书印制数量||≥500册`).forms[0];
    expect(indicators(form).at(-1)?.slice(2)).toEqual(['说明书印制数量', '≥500册']);
  });

  it('does not take another table for the form', () => {
    const { forms, unrecognised } = read('序号|单位名称|金额\n1|云岭县公路站|35\n2|云岭县交通运输局|40');
    expect(forms).toEqual([]);
    expect(unrecognised).toHaveLength(3);
  });
});

import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readContent } from '../../../../../electron/core/readers/read-bytes.ts';
import type { Answers } from '../../../../../shared/domain/answers.ts';
import { layOut } from '../../../../../shared/forms/lay-out.ts';
import type { Recognition } from '../../../../../shared/forms/recognise/recognise.ts';
import { recogniseDocument } from '../../../../../shared/forms/recognise/recognise.ts';
import { shapeAnswers } from '../../../../../shared/forms/shape.ts';
import { columnCount, type Grid } from '../../../../../shared/grid/grid.ts';
import { browserPage, excelPage, wordPage, wpsPage } from '../../../../support/clipboard-pages.ts';
import { sampleDefinition as definition, soundWith } from '../../../../support/sample-form.ts';

const answers: Answers = shapeAnswers(
  definition,
  soundWith({ annualGoal: '在四个乡镇延时开放。\n培训管理员八人。', 'periodFunds.total': '1120.50' }),
);
const grid = layOut(definition, { answers, fiscalYear: 2026 });
/** As a sheet shows large amounts. */
const shown: Grid = {
  ...grid,
  rows: grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.text === '1120.50' ? { ...cell, text: '1,120.50' } : cell)),
  })),
};

function read(text: string): Recognition {
  const document = readContent({ text }, '粘贴的表格', READER_LIMITS);
  if (!document.ok) throw new Error(document.error.kind);
  return recogniseDocument(document.value, [definition], { defaultFiscalYear: 2025 });
}

/** A sheet's cells as text: tabs between them, texts of several lines in quotes. */
function sheetText(of: Grid): string {
  const rows = of.rows.map(({ cells }) => {
    const texts: string[] = new Array(columnCount(of.rows)).fill('');
    for (const { text, column } of cells) texts[column] = text.includes('\n') ? `"${text}"` : text;
    return texts.join('\t');
  });
  return `${rows.join('\r\n')}\r\n`;
}

describe('what another program put on the clipboard', () => {
  it.each([
    ['Excel', excelPage],
    ['Word', wordPage],
    ['WPS', wpsPage],
    ['a browser', browserPage],
  ] as const)('%s, as html: is the form as it was typed', (_program, page) => {
    const { forms, unrecognised } = read(`<!doctype html>${page(shown)}`);
    expect(forms.map(({ answers: own, fiscalYear, unplaced }) => ({ answers: own, fiscalYear, unplaced }))).toEqual([
      { answers, fiscalYear: 2026, unplaced: [] },
    ]);
    expect(unrecognised).toEqual([]);
  });

  it('Excel and WPS, as text', () => {
    const { forms, unrecognised } = read(sheetText(shown));
    expect(forms.map(({ answers: own, unplaced }) => ({ answers: own, unplaced }))).toEqual([
      { answers, unplaced: [] },
    ]);
    expect(unrecognised).toEqual([]);
  });

  it('Windows, with its own head of the html', () => {
    const page = excelPage(shown);
    const head = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000099999\r\nStartFragment:0000000141\r\nEndFragment:0000000170\r\nSourceURL:file:///C:/a.xlsx\r\n`;
    expect(read(head + page).forms[0]?.answers).toEqual(answers);
  });
});

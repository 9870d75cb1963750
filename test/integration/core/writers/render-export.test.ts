import { describe, expect, it } from 'vitest';
import { type ExportJob, renderExport } from '../../../../electron/core/writers/render-export.ts';
import { ok } from '../../../../shared/domain/result.ts';
import type { PaperSection } from '../../../../shared/paper/paper-document.ts';
import { shapeOf } from '../../../support/grid-shape.ts';
import { sampleAnswers, sampleDocument, sampleSection } from '../../../support/paper-samples.ts';
import { quietContext, readBytesAs, rowsOf } from '../../../support/reading.ts';
import { expectError } from '../../../support/workspaces.ts';

function jobOf(sections: readonly PaperSection[]): ExportJob {
  return {
    document: sampleDocument(sections),
    records: sections.map(({ recordId }, index) => ({
      id: recordId,
      definitionId: 'dalian-project-target',
      definitionVersion: 1,
      fiscalYear: 2026,
      answers: sampleAnswers(index + 1),
    })),
    locate: (recordId, path) => `${recordId} ${path}`,
  };
}

const SECTIONS = [sampleSection(1, sampleAnswers(1)), sampleSection(2, sampleAnswers(2))];
const printNothing = () => Promise.resolve(ok(new Uint8Array([1, 2, 3])));

async function render(format: 'xlsx' | 'pdf' | 'html' | 'json' | 'grid', sections = SECTIONS): Promise<Uint8Array> {
  const written = await renderExport(jobOf(sections), format, printNothing, quietContext());
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

async function renderJson(format: 'json' | 'grid'): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await render(format)));
}

describe('renderExport', () => {
  it('writes the records as data', async () => {
    expect(await renderJson('json')).toEqual({ records: jobOf(SECTIONS).records });
  });

  it('writes the grids as they go to paper', async () => {
    const grids = SECTIONS.map(({ recordId, title, grid }) => ({
      recordId,
      title,
      rows: grid.rows.map(({ cells }) => cells.map(({ text, columnSpan, rowSpan }) => ({ text, columnSpan, rowSpan }))),
    }));
    expect(await renderJson('grid')).toEqual({ grids });
  });

  it('writes a page that reads back with the same texts in the same cells', async () => {
    const texts = sampleAnswers(3);
    const nasty = sampleSection(3, {
      ...texts,
      projectName: '<b>粗</b> &amp; "引号"',
      annualGoal: '第一行\n\n  第三行  两格',
    });
    const rows = rowsOf(await readBytesAs('forms.html', await render('html', [nasty])));
    const table = shapeOf(nasty.grid.rows.filter((row) => row.kind === 'table'));
    expect(
      shapeOf(rows)
        .filter((_, index) => rows[index]?.kind === 'table')
        .slice(-table.length),
    ).toEqual(table);
  });

  it('leaves pdf to the printer', async () => {
    expect(await render('pdf')).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('names the cell whose text no workbook holds', async () => {
    const long = sampleSection(1, { ...sampleAnswers(1), annualGoal: '长'.repeat(40_000) });
    const failed = await renderExport(jobOf([long]), 'xlsx', printNothing, quietContext());
    expect(expectError(failed)).toEqual({
      kind: 'textTooLongForFormat',
      format: 'xlsx',
      place: `${long.recordId} annualGoal`,
      limit: 32_767,
    });
  });

  it('stops when the person cancels', async () => {
    const context = { ...quietContext(), signal: AbortSignal.abort() };
    expect(expectError(await renderExport(jobOf(SECTIONS), 'xlsx', printNothing, context)).kind).toBe('cancelled');
  });
});

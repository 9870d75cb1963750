import type { Answers } from '../../shared/domain/answers.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { sampleDefinition, sampleYear } from './sample-form.ts';
import { textOf } from './source-sheets.ts';

/** Forms of the sample's kind as they are copied out of a word processor: cells apart by tabs, covered ones empty. */
export function formsText(...forms: readonly Answers[]): string {
  const grids = forms.map((answers) => layOut(sampleDefinition, { answers, fiscalYear: sampleYear }));
  const rows = textOf(...grids).sheets.flatMap((sheet) => sheet.rows);
  return rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n');
}

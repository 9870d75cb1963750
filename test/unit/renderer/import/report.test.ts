import { describe, expect, it } from 'vitest';
import { countOf, makeReport, reportSentences, reportText } from '../../../../renderer/import/report.ts';
import { startReview } from '../../../../renderer/import/review.ts';
import type { ImportResult } from '../../../../shared/rpc/import-types.ts';
import { candidate, withTexts } from '../../../support/import-candidates.ts';

const recordId = '6f1c1c52-9d0f-4a55-8b2b-3f6f5a1d2c10';
const second = { source: { file: '乙.docx', place: '第2张表' }, origin: { source: 1, row: '第9行' } };
const records = [
  withTexts,
  candidate({ kind: 'update', recordId, changedPaths: [] }, second),
  candidate({ kind: 'same', recordId }, second),
  candidate({ kind: 'new' }, second),
];
const result: ImportResult = {
  reading: 'a',
  records,
  unrecognised: [{ text: '封面', place: '第1行' }],
  failures: [{ file: '坏.xlsx', message: '文件已损坏。' }],
};
const items = startReview(records).map((item) => ({ ...item, isTicked: item.isTicked && item.id !== 3 }));
const report = makeReport(items, result, ({ id }) => `表${id + 1}`);

describe('the report of an import', () => {
  it('tells of every file, also of those that could not be read', () => {
    expect(report.files).toEqual([
      { file: '示例.xlsx', found: 1, taken: 1, message: null },
      { file: '乙.docx', found: 3, taken: 1, message: null },
      { file: '坏.xlsx', found: 0, taken: 0, message: '文件已损坏。' },
    ]);
  });

  it('tells of every form what became of it', () => {
    expect(report.forms.map(({ title, outcome, openPlaces }) => [title, outcome, openPlaces])).toEqual([
      ['表1', 'added', 2],
      ['表2', 'updated', 0],
      ['表3', 'same', 0],
      ['表4', 'leftOut', 0],
    ]);
    expect(countOf(report, 'same')).toBe(1);
  });

  it('says only what there is to say', () => {
    expect(reportSentences(report)).toHaveLength(6);
    const small = makeReport(
      startReview([candidate({ kind: 'new' })]),
      { ...result, unrecognised: [], failures: [] },
      () => '',
    );
    expect(reportSentences(small)).toHaveLength(2);
  });

  it('can be kept as a text that names all of it', () => {
    const text = reportText(report);
    for (const told of ['示例.xlsx', '乙.docx', '坏.xlsx', '文件已损坏。', '表1', '表4']) expect(text).toContain(told);
  });
});

import type { ExportedRecord } from './render-export.ts';

/** The records as data: `{ "records": [ … ] }`. */
export function writeRecordsJson(records: readonly ExportedRecord[]): string {
  const plain = records.map(({ id, definitionId, definitionVersion, fiscalYear, answers }) => ({
    id,
    definitionId,
    definitionVersion,
    fiscalYear,
    answers,
  }));
  return `${JSON.stringify({ records: plain }, null, 2)}\n`;
}

import { summaryTitle } from '../../../shared/forms/shape.ts';
import type { ImportedRecord, ImportMatch, PlacedText } from '../../../shared/rpc/import-types.ts';
import type { Program } from '../program.ts';
import { EXIT_FAILURE, EXIT_OK, note, say, sayJson } from './output.ts';
import { type ReadingOptions, readDocuments } from './read-documents.ts';
import { type Session, withSession } from './session.ts';
import { sourceOf } from './sources.ts';

interface ImportOptions extends ReadingOptions {
  readonly store?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What an import prints of a form. */
type PrintedRecord = Omit<ImportedRecord, 'isYearFromSource'>;

interface Imported {
  readonly records: PrintedRecord[];
  /** The records' names, for people. */
  readonly titles: string[];
  readonly unrecognised: PlacedText[];
  readonly failures: string[];
}

/** `xiancai import`: reads documents; with a workspace, also saves what is new in them. Gives the exit status. */
export async function importCommand(
  program: Program,
  files: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const { store } = options;
  const imported =
    store === undefined
      ? await readOnly(program, files, options)
      : await withSession(program, store, (session) => readAndSave(session, files, options));
  if (options.json === true) sayJson({ records: imported.records, unrecognised: imported.unrecognised });
  else describe(imported);
  for (const sentence of imported.failures) note(sentence);
  return imported.failures.length > 0 ? EXIT_FAILURE : EXIT_OK;
}

async function readOnly(program: Program, files: readonly string[], options: ReadingOptions): Promise<Imported> {
  const { forms, unrecognised, failures } = await readDocuments(program, files, options);
  return {
    records: forms.map(({ definitionId, fiscalYear, file, place, answers, unplaced, notes }) => ({
      definitionId,
      fiscalYear,
      source: { file, place },
      answers,
      unplaced,
      notes,
    })),
    titles: forms.map(({ definition, answers }) => summaryTitle(definition, answers)),
    unrecognised: [...unrecognised],
    failures: [...failures],
  };
}

/** One document after the other, each all or nothing, so that a form that stands in two of them is taken once. */
async function readAndSave(session: Session, files: readonly string[], options: ReadingOptions): Promise<Imported> {
  const imported: Imported = { records: [], titles: [], unrecognised: [], failures: [] };
  const counts: Record<ImportMatch['kind'], number> = { new: 0, update: 0, same: 0 };
  for (const file of files) {
    const source = await sourceOf(file);
    const result = await session.call('import.read', {
      sources: [
        'text' in source
          ? source
          : { token: (await session.call('files.register', { path: source.path, purpose: 'read' })).token },
      ],
      definitionId: options.definition,
      fiscalYear: options.year,
      unit: options.unit,
    });
    const changes = result.records.filter(({ match }) => match.kind !== 'same');
    await session.call('import.accept', {
      records: changes.map(({ definitionId, fiscalYear, answers, match }) => ({
        definitionId,
        fiscalYear,
        answers,
        replaces: match.kind === 'update' ? match.recordId : null,
      })),
    });
    for (const { match, isYearFromSource: _isFromSource, ...record } of result.records) {
      counts[match.kind] += 1;
      imported.records.push(record);
      const definition = await session.call('definition.get', { id: record.definitionId });
      imported.titles.push(summaryTitle(definition, record.answers));
    }
    imported.unrecognised.push(...result.unrecognised);
    imported.failures.push(...result.failures.map(({ message }) => message));
  }
  note(`新增 ${counts.new} 张，更新 ${counts.update} 张，与现有相同 ${counts.same} 张。`);
  return imported;
}

function describe({ records, titles, unrecognised }: Imported): void {
  for (const [index, { definitionId, fiscalYear, source, unplaced, notes }] of records.entries()) {
    say(`${source.file} ${source.place}\t${definitionId}\t${fiscalYear}\t${titles[index] ?? ''}`);
    for (const { place, text } of unplaced) say(`  没有位置：${place} ${text}`);
    for (const { place, message } of notes) say(`  ${place} ${message}`);
  }
  for (const { place, text } of unrecognised) say(`没有认出：${place} ${text}`);
}

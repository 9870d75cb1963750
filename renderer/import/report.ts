import type { ImportResult } from '../../shared/rpc/import-types.ts';
import type { ReviewItem } from './review.ts';
import { openNotes, openTexts } from './review.ts';
import { words } from './words.ts';

/** What became of one found form. */
export type Outcome = 'added' | 'updated' | 'same' | 'leftOut';

export interface ReportedForm {
  readonly title: string;
  readonly file: string;
  readonly place: string;
  readonly outcome: Outcome;
  /** Guesses nobody looked at, and texts without a place, in a form that was taken over. */
  readonly openPlaces: number;
}

export interface ReportedFile {
  readonly file: string;
  readonly found: number;
  readonly taken: number;
  /** Why it could not be read, or holds no form; null for one that does. */
  readonly message: string | null;
}

/** What an import came to, file by file and form by form: nothing goes without being told. */
export interface ImportReport {
  readonly files: readonly ReportedFile[];
  readonly forms: readonly ReportedForm[];
  /** Contents of the documents that belong to no form. */
  readonly unrecognised: number;
}

function outcomeOf({ candidate, isTicked, isUpdate }: ReviewItem): Outcome {
  if (!isTicked) return candidate.match.kind === 'same' ? 'same' : 'leftOut';
  return isUpdate && candidate.match.kind === 'update' ? 'updated' : 'added';
}

/** Whether a form was saved. */
export const isTaken = ({ outcome }: ReportedForm): boolean => outcome === 'added' || outcome === 'updated';

/** Puts the report of an import together, from the decisions about it as they were saved. */
export function makeReport(
  items: readonly ReviewItem[],
  result: ImportResult,
  titleOf: (item: ReviewItem) => string,
): ImportReport {
  const forms = items.map((item): ReportedForm & { readonly source: number } => ({
    title: titleOf(item),
    file: item.candidate.source.file,
    place: item.candidate.source.place,
    source: item.candidate.origin.source,
    outcome: outcomeOf(item),
    openPlaces: item.isTicked && !item.isConfirmed ? openNotes(item).length + openTexts(item).length : 0,
  }));
  const sources = [...new Set(forms.map(({ source }) => source))].sort((a, b) => a - b);
  const read = sources.map((source): ReportedFile => {
    const own = forms.filter((form) => form.source === source);
    return { file: own[0]?.file ?? '', found: own.length, taken: own.filter(isTaken).length, message: null };
  });
  const failed = result.failures.map(({ file, message }): ReportedFile => ({ file, found: 0, taken: 0, message }));
  return {
    files: [...read, ...failed],
    forms: forms.map(({ source: _source, ...form }) => form),
    unrecognised: result.unrecognised.length,
  };
}

/** How many forms had an outcome. */
export function countOf({ forms }: ImportReport, outcome: Outcome): number {
  return forms.filter((form) => form.outcome === outcome).length;
}

/** The report in one sentence for each thing there is to say. */
export function reportSentences(report: ImportReport): readonly string[] {
  const open = report.forms.filter(({ openPlaces }) => openPlaces > 0);
  const failed = report.files.filter(({ message }) => message !== null).length;
  return [
    words.reportFiles(report.files.length, failed),
    words.reportForms(countOf(report, 'added'), countOf(report, 'updated')),
    ...(countOf(report, 'same') > 0 ? [words.reportSame(countOf(report, 'same'))] : []),
    ...(countOf(report, 'leftOut') > 0 ? [words.reportLeftOut(countOf(report, 'leftOut'))] : []),
    ...(open.length > 0
      ? [
          words.reportOpen(
            open.length,
            open.reduce((sum, { openPlaces }) => sum + openPlaces, 0),
          ),
        ]
      : []),
    ...(report.unrecognised > 0 ? [words.reportUnrecognised(report.unrecognised)] : []),
  ];
}

/** The whole report as text, to be kept or sent. */
export function reportText(report: ImportReport): string {
  const files = report.files.map(
    ({ file, found, taken, message }) => `${file}\t${message ?? words.reportFile(found, taken)}`,
  );
  const forms = report.forms.map(({ title, file, place, outcome }) =>
    [title, words.outcomes[outcome], file, place].join('\t'),
  );
  return [...reportSentences(report), '', ...files, '', ...forms].join('\n');
}

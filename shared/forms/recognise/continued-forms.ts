import type { AlignedRow, FoundForm } from './find-forms.ts';
import type { FormTemplate } from './form-template.ts';

/**
 * A table that goes on over the page has its heading printed again, often under the form's title. What is found there
 * looks like the beginning of another form, of which all but the rows of that table is missing.
 */

/** More rows than this between two parts, and they are no longer parts of one form. */
const FARTHEST = 2;

/** The places in the form of the rows that were matched, without titles and lines above the table. */
function placesOf(template: FormTemplate, rows: readonly AlignedRow[]): number[] {
  return rows.flatMap(({ row }) => (row === null || row.kind === 'line' ? [] : [template.rows.indexOf(row)]));
}

function goesOn(template: FormTemplate, before: FoundForm, run: FoundForm): boolean {
  const [first, ...others] = placesOf(template, run.rows);
  if (first === undefined || others.length === 0) return false;
  // Nothing of the form may stand between the heading printed again and the row where the form was left.
  const last = Math.max(...placesOf(template, before.rows));
  const passed = template.rows.slice(first, last + 1);
  return first <= last && passed.every(({ isHeading, repeat }) => isHeading || repeat.length > 0);
}

/** The rows between two parts. */
function between(before: FoundForm, run: FoundForm): AlignedRow[] {
  const end = (before.rows.at(-1)?.index ?? 0) + 1;
  const count = Math.max(0, (run.rows[0]?.index ?? end) - end);
  return Array.from({ length: count }, (_, offset): AlignedRow => ({ index: end + offset, row: null }));
}

/**
 * The forms among the runs of rows that were found, in the order of the source.
 * @param least the share of its labels a form must have, 0 to 1; a run with less may go on with the form before it
 * @param isElsewhere whether at a row, by its index, another form begins for certain
 */
export function withContinuations(
  template: FormTemplate,
  runs: readonly FoundForm[],
  least: number,
  isElsewhere: (index: number) => boolean,
): FoundForm[] {
  const forms: FoundForm[] = [];
  for (const run of runs) {
    const before = forms.at(-1);
    if (run.coverage >= least) {
      forms.push(run);
      continue;
    }
    if (!before || !goesOn(template, before, run)) continue;
    const gap = between(before, run);
    if (gap.length > FARTHEST || gap.some(({ index }) => isElsewhere(index))) continue;
    const rows = [...before.rows, ...gap, ...run.rows];
    forms[forms.length - 1] = { score: before.score + run.score, coverage: before.coverage, rows };
  }
  return forms;
}

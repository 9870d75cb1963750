import type { Answers } from '../../../shared/domain/answers.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { upgradeAnswers } from '../../../shared/forms/upgrade-answers.ts';
import type { ImportMatch } from '../../../shared/rpc/import-types.ts';
import { summaryColumns } from '../draft.ts';
import type { CoreServices } from '../services.ts';
import type { StoredRecord } from '../store/record-rows.ts';
import { sameAnswers } from '../store/revision.ts';
import { changedPaths } from './changed-paths.ts';

/** A form found in a document. */
export interface FoundForm {
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  /** In the definition's shape, as recognition gives them and as they are stored. */
  readonly answers: Answers;
}

interface Candidate {
  readonly form: FoundForm;
  readonly matchKey: string;
}

/**
 * Says how found forms stand to the stored ones: same form, year, name and unit make a match. Each stored record is
 * matched once: equal contents find each other first, whatever their order, so that a document read twice is all
 * "same"; then the first found form takes the first record that is left, and later ones are new.
 */
export function matchForms(services: CoreServices, forms: readonly FoundForm[]): Result<ImportMatch[], AppError> {
  const candidates = forms.map((form): Candidate => ({ form, matchKey: summaryColumns(form).matchKey }));
  const stored = new Map<string, StoredRecord[]>();
  for (const { matchKey, form } of candidates) {
    if (stored.has(matchKey)) continue;
    const records = services.store.matches(matchKey);
    if (!records.ok) return records;
    // Forms of an older version are compared by the names of the one that the document was read by.
    stored.set(
      matchKey,
      records.value.map((record) => ({
        ...record,
        answers: upgradeAnswers(form.definition, record.definitionVersion, record.answers),
      })),
    );
  }
  const take = ({ matchKey }: Candidate, suits: (record: StoredRecord) => boolean): StoredRecord | undefined => {
    const free = stored.get(matchKey) ?? [];
    const index = free.findIndex(suits);
    return index < 0 ? undefined : free.splice(index, 1)[0];
  };
  const equals = candidates.map((candidate) =>
    take(candidate, (record) => sameAnswers(record.answers, candidate.form.answers)),
  );
  const matches = candidates.map((candidate, index): ImportMatch => {
    const equal = equals[index];
    if (equal !== undefined) return { kind: 'same', recordId: equal.id };
    const changed = take(candidate, () => true);
    if (changed === undefined) return { kind: 'new' };
    const paths = changedPaths(candidate.form.definition, changed.answers, candidate.form.answers);
    return { kind: 'update', recordId: changed.id, changedPaths: paths };
  });
  return ok(matches);
}

import type { SampleForm } from './record-draft.ts';
import type { RecordHead } from './record-rows.ts';
import type { RevisionWriter } from './revision-writer.ts';

/**
 * Adds the forms of a sample with their earlier states as revisions. Works inside the store's transactions.
 * @param headOf what the store holds of a form that was just added
 * @returns how many forms were added
 */
export function addSampleForms(
  forms: readonly SampleForm[],
  revisions: RevisionWriter,
  headOf: (id: string) => RecordHead,
): number {
  const ids: string[] = [];
  for (const { draft, earlier, carriedFrom } of forms) {
    const [first = draft, ...later] = [...earlier, draft];
    const { id } = revisions.insert(first, true, carriedFrom === null ? null : ids[carriedFrom]);
    for (const next of later) revisions.change(headOf(id), next);
    ids.push(id);
  }
  return ids.length;
}

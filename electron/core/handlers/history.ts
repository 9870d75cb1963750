import { ok } from '../../../shared/domain/result.ts';
import { type AnswerChange, compareAnswers } from '../../../shared/forms/compare-answers.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { placeName } from '../../../shared/forms/place-name.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { upgradeAnswers } from '../../../shared/forms/upgrade-answers.ts';
import type { NamedChange, RevisionEntry } from '../../../shared/rpc/work-types.ts';
import { draftOf } from '../draft.ts';
import { followTables } from '../follow-tables.ts';
import type { CoreServices } from '../services.ts';
import type { GroupHandlers } from './groups.ts';

export type HistoryHandlers = Pick<GroupHandlers<'record'>, 'record.history' | 'record.revision' | 'record.revert'>;

/** What a history lists of one revision; the two papers side by side show everything. */
const MAX_CHANGES = 30;
const MAX_TEXT = 120;

/** A form's saved states, and going back to one. */
export function historyHandlers(services: CoreServices): HistoryHandlers {
  const { store, definitions, derivedBy } = services;
  return {
    'record.history': ({ id }) => {
      const record = store.get(id);
      if (!record.ok) return record;
      const definition = definitions.get(record.value.definitionId, record.value.definitionVersion);
      if (!definition.ok) return definition;
      const revisions = store.history(id);
      if (!revisions.ok) return revisions;
      // Older revisions may have the shape of an older definition.
      let before = shapeAnswers(definition.value, {});
      const entries: RevisionEntry[] = [];
      for (const { answers, definitionVersion, ...revision } of revisions.value) {
        const after = shapeAnswers(definition.value, upgradeAnswers(definition.value, definitionVersion, answers));
        const changes = compareAnswers(definition.value, before, after);
        entries.push({
          ...revision,
          changes: changes.slice(0, MAX_CHANGES).map((change) => named(definition.value, change)),
          changeCount: changes.length,
        });
        before = after;
      }
      return ok(entries);
    },

    'record.revision': ({ id, revision }) => {
      const record = store.get(id);
      if (!record.ok) return record;
      const found = store.revision(id, revision);
      if (!found.ok) return found;
      const definition = definitions.get(record.value.definitionId, record.value.definitionVersion);
      const { answers, definitionVersion } = found.value;
      return ok({ answers: definition.ok ? upgradeAnswers(definition.value, definitionVersion, answers) : answers });
    },

    'record.revert': ({ id, revision, parentRevision }) => {
      const record = store.get(id);
      if (!record.ok) return record;
      const definition = definitions.get(record.value.definitionId, record.value.definitionVersion);
      if (!definition.ok) return definition;
      const found = store.revision(id, revision);
      if (!found.ok) return found;
      const { fiscalYear } = record.value;
      const answers = upgradeAnswers(definition.value, found.value.definitionVersion, found.value.answers);
      const draft = draftOf({ definition: definition.value, fiscalYear, answers }, derivedBy);
      const saved = store.save(id, parentRevision, draft, revision);
      if (saved.ok && definition.value.set !== undefined) {
        const own = upgradeAnswers(definition.value, record.value.definitionVersion, record.value.answers);
        const before = { id, definition: definition.value, fiscalYear, answers: own };
        followTables(services, before, draft.content.answers);
      }
      return saved.ok ? ok({ revision: saved.value.revision, updatedAtMs: saved.value.updatedAtMs }) : saved;
    },
  };
}

const short = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

function named(definition: FormDefinition, { kind, oldPath, newPath, oldText, newText }: AnswerChange): NamedChange {
  const place = placeName(definition, newPath ?? oldPath ?? '');
  return { kind, place, oldText: short(oldText), newText: short(newText) };
}

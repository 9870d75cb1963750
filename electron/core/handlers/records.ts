import { type Answers, fieldText, withField } from '../../../shared/domain/answers.ts';
import type { FormRecord } from '../../../shared/domain/record.ts';
import { ok } from '../../../shared/domain/result.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { alone } from '../../../shared/forms/surroundings.ts';
import { writeDraft } from '../../../shared/narrative/write-draft.ts';
import { contentsOf, draftOf } from '../draft.ts';
import { followTables } from '../follow-tables.ts';
import { Neighbours, type OwnForm } from '../neighbours.ts';
import type { CoreServices } from '../services.ts';
import type { RecordDraft } from '../store/record-draft.ts';
import type { StoredRecord } from '../store/record-rows.ts';
import { readSettings } from '../workspace-settings.ts';
import type { GroupHandlers } from './groups.ts';
import type { HistoryHandlers } from './history.ts';
import type { SearchHandlers } from './search.ts';

/** A record without the store's own number for it. */
function withoutSeq({ seq: _seq, ...record }: StoredRecord): FormRecord {
  return record;
}

/** A record as it stands. */
function formOf({ store, definitions }: CoreServices, id: string): OwnForm | undefined {
  const record = store.get(id);
  const own = record.ok ? definitions.ofRecord(record.value) : record;
  return record.ok && own.ok ? { id, fiscalYear: record.value.fiscalYear, ...own.value } : undefined;
}

/** The texts that the definition has a draft for, where a new form has none of its own. */
function withDrafts(services: CoreServices, form: OwnForm): Answers {
  const { definition, fiscalYear } = form;
  const surroundings = new Neighbours(services).of(form) ?? alone;
  const tables = { now: surroundings.tables, before: surroundings.tablesBefore };
  return definition.fields.reduce((answers, { id, draft }) => {
    if (draft === undefined || fieldText(answers, id) !== '') return answers;
    return withField(answers, id, writeDraft(draft, fiscalYear, definition.quotes, tables));
  }, form.answers);
}

/** Forms: listing, reading, saving, copying, ordering, removing. */
export function recordHandlers(
  services: CoreServices,
): Omit<GroupHandlers<'record'>, keyof HistoryHandlers | keyof SearchHandlers> {
  const { store, definitions, derivedBy } = services;
  return {
    'record.list': (filter) => store.list(filter),

    'record.get': ({ ids }) => {
      const records: FormRecord[] = [];
      for (const id of ids) {
        const record = store.get(id);
        if (!record.ok) return record;
        const own = definitions.ofRecord(record.value);
        // A form whose definition is gone is still there to be listed, copied out and removed.
        const current = own.ok ? { definitionVersion: own.value.definition.version, answers: own.value.answers } : {};
        records.push({ ...withoutSeq(record.value), ...current });
      }
      return ok(records);
    },

    'record.create': ({ definitionId, fiscalYear, answers }) => {
      const definition = definitions.get(definitionId);
      if (!definition.ok) return definition;
      const settings = readSettings(store);
      if (!settings.ok) return settings;
      // A new form begins with the workspace's own unit.
      const { unit: unitField } = definition.value.summary;
      const isUnitOpen = unitField !== undefined && fieldText(answers, unitField) === '';
      const named = isUnitOpen ? withField(answers, unitField, settings.value.unit) : answers;
      const begun = withDrafts(services, { id: '', definition: definition.value, fiscalYear, answers: named });
      const created = store.create(draftOf({ definition: definition.value, fiscalYear, answers: begun }, derivedBy));
      return created.ok ? ok(withoutSeq(created.value)) : created;
    },

    'record.save': ({ id, parentRevision, answers }) => {
      let table: OwnForm | undefined;
      const saved = store.saveUnjudged(id, parentRevision, ({ definitionId, definitionVersion, fiscalYear }) => {
        const definition = definitions.get(definitionId, definitionVersion);
        if (definition.ok && definition.value.set !== undefined) table = formOf(services, id);
        return definition.ok ? ok(contentsOf({ definition: definition.value, fiscalYear, answers })) : definition;
      });
      if (!saved.ok) return saved;
      if (table) followTables(services, table, shapeAnswers(table.definition, answers));
      return ok({ revision: saved.value.revision, updatedAtMs: saved.value.updatedAtMs });
    },

    'record.copy': ({ copies }) => {
      const drafts: { of: string; draft: RecordDraft }[] = [];
      for (const { id, title } of copies) {
        const record = store.get(id);
        if (!record.ok) return record;
        const own = definitions.ofRecord(record.value);
        if (!own.ok) return own;
        const { definition } = own.value;
        const { fiscalYear } = record.value;
        const naming = definition.summary.title;
        const answers = naming === undefined ? own.value.answers : withField(own.value.answers, naming, title);
        drafts.push({ of: id, draft: draftOf({ definition, fiscalYear, answers }, derivedBy) });
      }
      const added = store.copy(drafts);
      return added.ok ? ok({ ids: added.value.map(({ id }) => id) }) : added;
    },

    'record.reorder': ({ ids, before }) => {
      const moved = store.move(ids, before);
      return moved.ok ? ok({}) : moved;
    },

    'record.remove': ({ ids }) => {
      const removed = store.remove(ids);
      return removed.ok ? ok({}) : removed;
    },

    'record.restore': ({ ids }) => {
      const restored = store.restore(ids);
      return restored.ok ? ok({}) : restored;
    },
  };
}

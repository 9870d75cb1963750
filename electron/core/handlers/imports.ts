import { basename } from 'node:path';
import { type AppError, describeError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import type { RecognisedForm } from '../../../shared/forms/recognise/recognise.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import type { ImportCandidate, ImportSource, PlacedText, SourceRow } from '../../../shared/rpc/import-types.ts';
import { draftOf } from '../draft.ts';
import { HeldSources } from '../import/held-sources.ts';
import { type FoundForm, matchForms } from '../import/match-forms.ts';
import { type FormSource, readForms } from '../import/read-forms.ts';
import { warmUp } from '../import/warm-up.ts';
import type { CoreServices } from '../services.ts';
import type { RecordChange } from '../store/record-draft.ts';
import { giveTurn } from '../turn.ts';
import { readSettings } from '../workspace-settings.ts';
import type { GroupHandlers } from './groups.ts';

type FormInFile = RecognisedForm & { readonly file: string; readonly sourceIndex: number };

/** Documents from outside: what stands in them, and taking it over. */
export function importHandlers(services: CoreServices): GroupHandlers<'import'> {
  const { store, derivedBy } = services;
  const held = new HeldSources();
  return {
    'import.prepare': async () => {
      await warmUp(services.definitions.all);
      return ok({});
    },

    'import.read': async (input, context) => {
      const definitions = wantedDefinitions(services, input.definitionId);
      if (!definitions.ok) return definitions;
      const settings = readSettings(store);
      if (!settings.ok) return settings;
      const defaults = {
        fiscalYear: input.fiscalYear ?? settings.value.fiscalYear,
        unit: input.unit,
        lessons: input.lessons,
      };
      const forms: FormInFile[] = [];
      const unrecognised: PlacedText[] = [];
      const failures: { file: string; message: string }[] = [];
      for (const [index, source] of input.sources.entries()) {
        const named = namedSource(services, source);
        if (!named.ok) return named;
        const { name } = named.value;
        context.onProgress({ done: index, total: input.sources.length, label: name });
        const read = await readForms(named.value, definitions.value, defaults, context);
        if (context.signal.aborted) return err({ kind: 'cancelled' });
        if (!read.ok) {
          failures.push({ file: name, message: describeError(read.error) });
          continue;
        }
        if (read.value.forms.length === 0) {
          failures.push({ file: name, message: describeError({ kind: 'fileHasNoForm', file: name }) });
        }
        forms.push(...read.value.forms.map((form) => ({ ...form, file: name, sourceIndex: index })));
        unrecognised.push(...read.value.unrecognised);
        await giveTurn();
      }
      const found = withDefinitions(services, forms);
      if (!found.ok) return found;
      const matches = matchForms(services, found.value);
      if (!matches.ok) return matches;
      const records = forms.map(
        ({ file, sourceIndex, place, rows, ...form }, index): ImportCandidate => ({
          ...form,
          source: { file, place },
          origin: { source: sourceIndex, row: rows[0]?.place ?? '' },
          match: matches.value[index] ?? { kind: 'new' },
        }),
      );
      const reading = held.hold(forms.map(({ rows }) => rows));
      return ok({ reading, records, unrecognised, failures });
    },

    'import.source': ({ reading, form }) => {
      const rows = held.rows(reading, form);
      return rows === undefined ? err({ kind: 'badRequest', detail: 'reading' }) : ok(rows.map(sourceRow));
    },

    'import.accept': async ({ records }, context) => {
      const changes: RecordChange[] = [];
      for (const { definitionId, fiscalYear, answers, replaces } of records) {
        if (context.signal.aborted) return err({ kind: 'cancelled' });
        const definition = services.definitions.get(definitionId);
        if (!definition.ok) return definition;
        if (replaces !== null) {
          const replaced = store.get(replaces);
          if (!replaced.ok) return replaced;
          if (replaced.value.definitionId !== definitionId || replaced.value.fiscalYear !== fiscalYear) {
            return err({ kind: 'badRequest', detail: 'replaces' });
          }
        }
        changes.push({ draft: draftOf({ definition: definition.value, fiscalYear, answers }, derivedBy), replaces });
        context.onProgress({ done: changes.length, total: records.length, label: '' });
        await giveTurn();
      }
      const saved = store.saveAll(changes);
      return saved.ok ? ok({ ids: saved.value.map(({ id }) => id) }) : saved;
    },
  };
}

function wantedDefinitions(
  { definitions }: CoreServices,
  id: string | undefined,
): Result<readonly FormDefinition[], AppError> {
  if (id === undefined) return ok(definitions.all);
  const definition = definitions.get(id);
  return definition.ok ? ok([definition.value]) : definition;
}

function namedSource({ tokens }: CoreServices, source: ImportSource): Result<FormSource, AppError> {
  if ('text' in source) return ok(source);
  const path = tokens.path(source.token, 'read');
  return path === undefined ? err({ kind: 'badRequest', detail: 'token' }) : ok({ path, name: basename(path) });
}

function withDefinitions({ definitions }: CoreServices, forms: readonly FormInFile[]): Result<FoundForm[], AppError> {
  const found: FoundForm[] = [];
  for (const { definitionId, fiscalYear, answers } of forms) {
    const definition = definitions.get(definitionId);
    if (!definition.ok) return definition;
    found.push({ definition: definition.value, fiscalYear, answers });
  }
  return ok(found);
}

function sourceRow(row: GridRow): SourceRow {
  return {
    place: row.place ?? '',
    kind: row.kind,
    cells: row.cells.map(({ text, column, columnSpan, rowSpan }) => ({ text, column, columnSpan, rowSpan })),
  };
}

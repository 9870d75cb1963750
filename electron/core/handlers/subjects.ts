import { basename } from 'node:path';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { ImportSource } from '../../../shared/rpc/import-types.ts';
import { compareSubjects, readSubjectTable } from '../../../shared/subjects/read-table.ts';
import { readSource, type SourceInput } from '../readers/read-source.ts';
import type { CoreServices } from '../services.ts';
import type { GroupHandlers } from './groups.ts';

/** The subject dictionaries (政府收支分类科目) of the workspace. */
export function subjectHandlers({ subjects, tokens }: CoreServices): GroupHandlers<'subject'> {
  return {
    'subject.get': ({ kind, fiscalYear }) => subjects.inForce(kind, fiscalYear),

    'subject.read': async ({ source, kind, fiscalYear }, context) => {
      const input = sourceOf(source, tokens);
      if (!input.ok) return input;
      const document = await readSource(input.value, context);
      if (!document.ok) return document;
      const table = readSubjectTable(
        kind,
        document.value.sheets.flatMap(({ rows }) => rows),
      );
      if (table.subjects.length === 0) return err({ kind: 'fileHasNoSubjects', file: input.value.name });
      const before = subjects.inForce(kind, fiscalYear);
      if (!before.ok) return before;
      return ok({ ...table, ...compareSubjects(before.value.subjects, table.subjects) });
    },

    'subject.accept': ({ kind, fiscalYear, subjects: accepted }) => {
      const saved = subjects.setTable(kind, fiscalYear, accepted);
      return saved.ok ? ok({}) : saved;
    },
  };
}

function sourceOf(source: ImportSource, tokens: CoreServices['tokens']): Result<SourceInput, AppError> {
  if ('text' in source) return ok(source);
  const path = tokens.path(source.token, 'read');
  return path === undefined ? err({ kind: 'badRequest', detail: 'token' }) : ok({ path, name: basename(path) });
}

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import { checkDefinition } from '../../../shared/forms/check/check-definition.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import type { DefinitionReport, ManagedDefinition } from '../../../shared/rpc/definition-types.ts';
import {
  definitionText,
  dropDefinition,
  keepDefinition,
  problemSentence,
  readDefinitionText,
} from '../definition-files.ts';
import type { CoreServices } from '../services.ts';
import { writeFileSafely } from '../writers/write-file.ts';
import type { GroupHandlers } from './groups.ts';

/** The form definitions this program knows, and those a person adds to the workspace. */
export function definitionHandlers(services: CoreServices): GroupHandlers<'definition'> {
  const { store, definitions, definitionFaults, formsDir, resourcesDir, tokens } = services;
  return {
    'definition.list': () => ok(definitions.all.map(summaryOf)),

    'definition.get': ({ id, version }) => definitions.get(id, version),

    'definition.manage': () => {
      const uses = store.definitionUses();
      if (!uses.ok) return uses;
      const newest = new Set(definitions.all);
      const managed = (origin: ManagedDefinition['origin']) => (definition: FormDefinition) => ({
        ...summaryOf(definition),
        origin,
        isNewest: newest.has(definition),
        forms: formsOf(uses.value, definition),
      });
      return ok({
        definitions: [
          ...definitions.shipped.map(managed('shipped')),
          ...definitions.installed.map(managed('installed')),
        ],
        faults: [...definitionFaults],
      });
    },

    'definition.check': async ({ token }) => {
      const checked = await checkFile(services, token);
      return checked.ok ? ok(checked.value.report) : checked;
    },

    'definition.install': async ({ token, contents }) => {
      const checked = await checkFile(services, token);
      if (!checked.ok) return checked;
      const { report, text } = checked.value;
      const { file, definition, problems } = report;
      if (contents !== report.contents) return err({ kind: 'definitionFileChanged', file });
      if (definition === null)
        return err({ kind: 'definitionInvalid', detail: `${file} ${problemSentence(problems)}` });
      const { id, version } = definition;
      if (report.standing === 'same') return ok({ id, version });
      const kept = await keepDefinition(formsDir, definition, text);
      if (!kept.ok) return kept;
      definitions.add(definition);
      return ok({ id, version });
    },

    'definition.remove': async ({ id, version }) => {
      const shipped = definitions.shipped.find((each) => each.id === id && each.version === version);
      if (shipped !== undefined) return err({ kind: 'definitionShipped', name: shipped.name });
      const own = definitions.installed.find((each) => each.id === id && each.version === version);
      if (own === undefined) return err({ kind: 'definitionMissing', id });
      const uses = store.definitionUses();
      if (!uses.ok) return uses;
      const forms = formsOf(uses.value, own);
      if (forms > 0) return err({ kind: 'definitionInUse', name: own.name, forms });
      await dropDefinition(formsDir, id, version);
      definitions.remove(id, version);
      return ok({});
    },

    'definition.export': async ({ id, version, target }) => {
      const file = tokens.path(target, 'write');
      if (file === undefined) return err({ kind: 'badRequest', detail: 'target' });
      const folders = [path.join(resourcesDir, 'forms'), formsDir];
      const [text] = (await Promise.all(folders.map((folder) => definitionText(folder, id, version)))).filter(isThere);
      if (text === undefined) return err({ kind: 'definitionMissing', id });
      const written = await writeFileSafely(file, Buffer.from(text, 'utf8'));
      return written.ok ? ok({ fileName: path.basename(file) }) : written;
    },
  };
}

const isThere = (text: string | undefined): text is string => text !== undefined;

function summaryOf({ id, version, name, region, family, years }: FormDefinition) {
  return { id, version, name, region, family, fromYear: years.from, toYear: years.to ?? null };
}

function formsOf(
  uses: readonly { readonly definitionId: string; readonly definitionVersion: number; readonly forms: number }[],
  { id, version }: FormDefinition,
): number {
  return uses.find((use) => use.definitionId === id && use.definitionVersion === version)?.forms ?? 0;
}

interface CheckedFile {
  readonly report: DefinitionReport;
  readonly text: string;
}

async function checkFile(services: CoreServices, token: string): Promise<Result<CheckedFile, AppError>> {
  const { definitions, tokens } = services;
  const place = tokens.path(token, 'read');
  if (place === undefined) return err({ kind: 'badRequest', detail: 'token' });
  const text = await readDefinitionText(place);
  if (!text.ok) return text;
  const { definition, problems } = checkDefinition(text.value, definitions);
  const report: DefinitionReport = {
    file: path.basename(place),
    contents: createHash('sha256').update(text.value).digest('hex'),
    problems: [...problems],
    definition: definition ?? null,
    standing: definition === undefined ? null : standingOf(services, definition),
  };
  return ok({ report, text: text.value });
}

function standingOf({ definitions }: CoreServices, { id, version }: FormDefinition): DefinitionReport['standing'] {
  const versions = [...definitions.shipped, ...definitions.installed].filter((each) => each.id === id);
  if (versions.length === 0) return 'new';
  return versions.some((each) => each.version === version) ? 'same' : 'newer';
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { definitionSchema, type FormDefinition } from '../../shared/forms/definition.ts';
import { findDanglingReference } from '../../shared/forms/references.ts';

/** The form definitions a program knows, each id once. */
export class DefinitionSet {
  readonly all: readonly FormDefinition[];
  readonly #byId: ReadonlyMap<string, FormDefinition>;

  constructor(definitions: readonly FormDefinition[]) {
    this.#byId = new Map(definitions.map((definition) => [definition.id, definition]));
    this.all = [...this.#byId.values()];
  }

  get(id: string): Result<FormDefinition, AppError> {
    const definition = this.#byId.get(id);
    return definition === undefined ? err({ kind: 'definitionMissing', id }) : ok(definition);
  }
}

/**
 * Loads the definitions of some folders. One of a later folder replaces one with the same id of an earlier folder;
 * a folder that is not there holds none.
 * @returns `definitionInvalid` naming the file and the place in it
 */
export async function loadDefinitions(folders: readonly string[]): Promise<Result<DefinitionSet, AppError>> {
  const definitions: FormDefinition[] = [];
  for (const folder of folders) {
    for (const name of await definitionFiles(folder)) {
      const parsed = parseDefinition(name, await readFile(path.join(folder, name), 'utf8'));
      if (!parsed.ok) return parsed;
      definitions.push(parsed.value);
    }
  }
  return ok(new DefinitionSet(definitions));
}

async function definitionFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}

/** One definition from its file's text. `name` is the file's name, for the sentence about what is wrong. */
function parseDefinition(name: string, text: string): Result<FormDefinition, AppError> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return err({ kind: 'definitionInvalid', detail: `${name} 不是 JSON 文件` });
  }
  const parsed = definitionSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err({
      kind: 'definitionInvalid',
      detail: `${name} 的 ${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}`,
    });
  }
  const dangling = findDanglingReference(parsed.data);
  if (dangling !== undefined) return err({ kind: 'definitionInvalid', detail: `${name} 的 ${dangling}` });
  return ok(parsed.data);
}

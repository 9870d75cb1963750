import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { definitionSchema } from '../../shared/forms/definition.ts';

const folder = fileURLToPath(new URL('../../resources/forms', import.meta.url));

/** Every form definition the program ships with, in the order of its file name. */
export const shippedDefinitions: readonly FormDefinition[] = globSync('*.json', { cwd: folder })
  .toSorted()
  .map((file) => definitionSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))));

/** One shipped definition; throws when there is none of that id. */
export function shippedDefinition(id: string): FormDefinition {
  const definition = shippedDefinitions.find((candidate) => candidate.id === id);
  if (!definition) throw new Error(`no definition ${id} under resources/forms`);
  return definition;
}

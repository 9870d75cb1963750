import type { FormDefinition } from '../../shared/forms/definition.ts';
import { fieldOf, tableOf } from '../../shared/forms/shape.ts';
import { words } from './words.ts';

/** The changed places of a form in few words: fields by name, cells of a table by their number. */
export function changedPlaces(definition: FormDefinition, paths: readonly string[]): string {
  const fields = paths.flatMap((path) => fieldOf(definition, path)?.label ?? []);
  const tables = definition.tables.flatMap((table) => {
    const count = paths.filter((path) => tableOf(definition, path.split('.')[0] ?? '') === table).length;
    return count === 0 ? [] : [words.places(table.label, count)];
  });
  return [...fields, ...tables].join('、');
}

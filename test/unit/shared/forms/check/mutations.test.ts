import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDefinition } from '../../../../../shared/forms/check/check-definition.ts';
import { shippedDefinitions } from '../../../../support/definitions.ts';

const known = { shipped: shippedDefinitions, installed: [] };

interface Place {
  readonly parent: object;
  readonly key: string | number;
}

/** Every place in some data. */
function placesIn(data: unknown): Place[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [
    { parent: data, key: Array.isArray(data) ? Number(key) : key },
    ...placesIn(value),
  ]);
}

const foreign = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e9, 2.5, '', '{', '{projectName}', '__proto__', [], {}, [[]], [null]),
  fc.string({ maxLength: 8 }),
);

it('says something sensible of any definition in which something was changed, and never fails', () => {
  const definition = fc.constantFrom(...shippedDefinitions).map((one) => structuredClone({ ...one, id: 'changed' }));
  const changes = fc.array(
    fc.record({ at: fc.nat(), kind: fc.constantFrom('replace', 'remove', 'repeat'), value: foreign }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(definition, changes, (changed, steps) => {
      for (const { at, kind, value } of steps) {
        const places = placesIn(changed);
        const place = places[at % places.length];
        if (!place) continue;
        if (kind === 'replace') Reflect.set(place.parent, place.key, value);
        else if (Array.isArray(place.parent) && kind === 'repeat') place.parent.push(structuredClone(place.parent[0]));
        else if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1);
        else Reflect.deleteProperty(place.parent, place.key);
      }
      const text = JSON.stringify(changed, undefined, 2);
      const { definition: taken, problems } = checkDefinition(text, known);
      const lines = text.split('\n');
      for (const { line, column, place, message } of problems) {
        expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
        expect(place).not.toBe('');
        expect(message).toMatch(/\p{Script=Han}/u);
      }
      expect(taken === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 100 },
  );
}, 30_000);

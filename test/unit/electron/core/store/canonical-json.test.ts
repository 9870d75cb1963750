import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../../../electron/core/store/canonical-json.ts';
import { contentText, revisionName } from '../../../../../electron/core/store/revision.ts';
import { contentOf } from '../../../../support/arbitraries.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const key = fc.string({ unit: 'grapheme' }).filter((text) => !/^\d+$/u.test(text) && text !== '__proto__');
const text = fc.string({ unit: 'binary' });
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const plain = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(key, tie('value'))),
})).value as fc.Arbitrary<Parameters<typeof canonicalJson>[0]>;

it('is the canonical JSON another program makes', () => {
  fc.assert(fc.property(plain, (value) => canonicalJson(value) === canonicalize(value)));
});

it('names a revision by the hash of the whole, whatever the order of fields', () => {
  const definition = shippedDefinition('dalian-project-target');
  fc.assert(
    fc.property(contentOf(definition), fc.option(fc.string()), ({ answers, fiscalYear }, parent) => {
      const content = { definitionId: definition.id, definitionVersion: definition.version, fiscalYear, answers };
      const reversed = Object.fromEntries(Object.entries(answers).toReversed());
      const name = revisionName(contentText(content), parent);
      expect(revisionName(contentText({ ...content, answers: reversed }), parent)).toBe(name);
      const whole = canonicalize({ ...content, parent }) ?? '';
      expect(name).toBe(createHash('sha256').update(whole).digest('hex'));
    }),
  );
});

it('escapes half a character, and refuses a key that would not keep its place', () => {
  expect(canonicalJson({ name: '\ud83d' })).toBe('{"name":"\\ud83d"}');
  expect(() => canonicalJson({ '10': 'a', '9': 'b' })).toThrow('whole number');
});

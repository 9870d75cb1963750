import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../shared/domain/answers.ts';
import {
  answerAt,
  answersSchema,
  fieldText,
  tableRows,
  withField,
  withRows,
} from '../../../../shared/domain/answers.ts';
import { answersOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';

const answers: Answers = {
  name: '图书室',
  funds: { total: '5.00', other: null },
  rows: [{ level1: '产出', target: '≥3' }, { level1: '效益' }],
};

describe('answers', () => {
  it('are read by field, part of a group and table cell; what is empty or absent is an empty text', () => {
    expect(answerAt(answers, 'name')).toBe('图书室');
    expect(answerAt(answers, 'funds.total')).toBe('5.00');
    expect(answerAt(answers, 'rows.0.target')).toBe('≥3');
    for (const path of [
      'funds.other',
      'funds.none',
      'none',
      'name.part',
      'rows.1.target',
      'rows.9.level1',
      'rows',
      'funds',
      '',
    ]) {
      expect(answerAt(answers, path)).toBe('');
    }
  });

  it('have no rows where there is no table', () => {
    expect(tableRows(answers, 'rows')).toHaveLength(2);
    expect(tableRows(answers, 'name')).toEqual([]);
    expect(tableRows(answers, 'funds')).toEqual([]);
    expect(tableRows({}, 'rows')).toEqual([]);
  });

  it('are changed in a copy; the rest stays', () => {
    const before = structuredClone(answers);
    const changed = withRows(withField(withField(answers, 'funds.total', '6'), 'new.part', 'x'), 'rows', []);
    expect(answers).toEqual(before);
    expect(changed).toEqual({ ...before, funds: { total: '6', other: null }, new: { part: 'x' }, rows: [] });
    expect(withField(answers, 'name.part', 'x')).toMatchObject({ name: { part: 'x' } });
  });

  const withFields = shippedDefinitions.filter(({ fields }) => fields.length > 0);
  it.each(withFields)('of $id read back what was set, in every field', (definition) => {
    const field = fc.constantFrom(...definition.fields.map(({ id }) => id));
    fc.assert(
      fc.property(answersOf(definition), field, field, fc.string(), (given, id, other, text) => {
        const changed = withField(given, id, text);
        expect(fieldText(changed, id)).toBe(text);
        if (other !== id) expect(fieldText(changed, other)).toBe(fieldText(given, other));
        expect(answersSchema.safeParse(changed).success).toBe(true);
      }),
    );
  });

  it('refuses what is no form contents', () => {
    for (const bad of [
      null,
      [],
      'x',
      { a: 1 },
      { a: { b: 1 } },
      { a: [{ b: { c: '' } }] },
      { a: undefined },
      { a: [['']] },
      { a: 'x'.repeat(100_001) },
      { a: Array.from({ length: 5001 }, () => ({})) },
    ]) {
      expect(answersSchema.safeParse(bad).success).toBe(false);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../../shared/forms/recognise/lesson.ts';
import type { Progress } from '../../../../shared/rpc/method.ts';
import { openTestEngine } from '../../../support/engines.ts';
import { formsText } from '../../../support/form-texts.ts';
import { quietContext } from '../../../support/reading.ts';
import { sampleDefinition, soundAnswers, soundWith } from '../../../support/sample-form.ts';
import { expectError, expectOk } from '../../../support/workspaces.ts';

const strange = (name: string): string =>
  formsText(soundWith({ projectName: name }))
    .replaceAll('主管部门', '归口机关')
    .replaceAll('实施单位', '承办站所');
const sources = [
  { name: '甲.txt', text: `${strange('图书室一')}\n${strange('图书室二')}` },
  { name: '乙.txt', text: strange('图书室三') },
];
const label: Lesson = {
  kind: 'label',
  definitionId: sampleDefinition.id,
  path: 'department',
  text: '归口机关',
};

describe('reading an import again by what was taught', () => {
  it('finds in every source what the lesson says, and tells the forms by where they stand', async () => {
    const { call } = await openTestEngine();
    const plain = expectOk(await call('import.read', { sources }));
    expect(plain.records.map(({ answers }) => answers.department)).toEqual(['', '', '']);
    const taught = expectOk(await call('import.read', { sources, lessons: [label] }));
    expect(taught.records.map(({ answers }) => answers.department)).toEqual(new Array(3).fill(soundAnswers.department));
    expect(taught.records.map(({ origin }) => origin)).toEqual(plain.records.map(({ origin }) => origin));
    expect(new Set(plain.records.map(({ origin }) => `${origin.source} ${origin.row}`)).size).toBe(3);
    expect(plain.records.map(({ origin }) => origin.source)).toEqual([0, 0, 1]);
  });

  it('refuses lessons that are none', async () => {
    const { call } = await openTestEngine();
    const wrong = { ...label, kind: 'guess' } as unknown as Lesson;
    expect(expectError(await call('import.read', { sources, lessons: [wrong] })).kind).toBe('badRequest');
  });
});

describe('an import of many sources', () => {
  const many = Array.from({ length: 5 }, (_, index) => ({
    name: `第${index + 1}份.txt`,
    text: strange(`项目${index}`),
  }));

  it('tells how far it is, source by source', async () => {
    const { call } = await openTestEngine();
    const told: Progress[] = [];
    const context = { ...quietContext(), onProgress: (progress: Progress) => told.push(progress) };
    expectOk(await call('import.read', { sources: many }, context));
    expect(told).toEqual(many.map(({ name }, done) => ({ done, total: 5, label: name })));
  });

  it('is cancelled halfway and brings nothing', async () => {
    const { call } = await openTestEngine();
    const cancel = new AbortController();
    const seen: number[] = [];
    const onProgress = ({ done }: Progress): void => {
      seen.push(done);
      if (done === 2) cancel.abort();
    };
    const answer = await call('import.read', { sources: many }, { signal: cancel.signal, onProgress });
    expect(expectError(answer)).toEqual({ kind: 'cancelled' });
    expect(seen).toEqual([0, 1, 2]);
  });
});

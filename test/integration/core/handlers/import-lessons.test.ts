import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../../shared/forms/recognise/lesson.ts';
import { openTestEngine } from '../../../support/engines.ts';
import { formsText } from '../../../support/form-texts.ts';
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

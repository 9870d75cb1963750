import { beforeEach, describe, expect, it } from 'vitest';
import { Analyst, analyse } from '../../../../../renderer/wizard/copy/analysis.ts';
import { WorkingCopy } from '../../../../../renderer/wizard/copy/working-copy.ts';
import { alone } from '../../../../../shared/forms/surroundings.ts';
import { SubjectNames } from '../../../../../shared/subjects/subject-names.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import { type HandClock, handClock } from '../../../../support/hand-clock.ts';
import { sampleDefinition, sampleYear, soundAnswers } from '../../../../support/sample-form.ts';

const recordHead = {
  id: '0b54d3b2-6f2f-4f5f-9d5f-4d3c2b1a0f9e',
  definitionId: sampleDefinition.id,
  definitionVersion: 1,
  fiscalYear: sampleYear,
  status: 'draft',
  revision: 'r1',
  createdAtMs: 0,
  updatedAtMs: 0,
} as const;

function openCopy(): WorkingCopy {
  return new WorkingCopy({ ...recordHead, answers: soundAnswers }, sampleDefinition);
}

describe('the analyst', () => {
  let copy: WorkingCopy;
  let clock: HandClock;
  let analyst: Analyst;
  beforeEach(() => {
    copy = openCopy();
    // Every look at the clock takes a millisecond, so that a slice ends after a few rules.
    clock = handClock(1);
    analyst = new Analyst(copy, clock);
  });

  it('follows after a pause, a few rules at a time, and finds what one go finds', () => {
    const before = analyst.state();
    copy.setText('projectName', '');
    clock.advance(170);
    expect(analyst.state()).toBe(before);
    // The first rules have run; nothing is said before all have.
    clock.advance(15);
    expect(analyst.state()).toBe(before);
    clock.advance(1000);
    expect(analyst.state()).not.toBe(before);
    expect(analyst.state()).toEqual(analyse(copy, before));
    expect(analyst.state().missing).toContain('projectName');
  });

  it('comes to its end while someone types on, and then begins again', () => {
    const heard: unknown[] = [];
    analyst.subscribe(() => heard.push(analyst.state().answers));
    copy.setText('projectName', '');
    clock.advance(181);
    const first = copy.answers;
    copy.setText('department', '');
    clock.advance(2000);
    expect(heard).toEqual([first, copy.answers]);
    expect(analyst.state().missing).toContain('department');
  });

  it('is up to date at once when it is asked to be', () => {
    copy.setText('projectName', '');
    clock.advance(181);
    copy.setText('projectName', '图书馆');
    expect(analyst.upToDate().answers).toBe(copy.answers);
    const now = analyst.state();
    clock.advance(10_000);
    expect(analyst.state()).toBe(now);
  });

  it('asks for the other forms by the answers it looks at', () => {
    const asked: unknown[] = [];
    analyst.surround((answers) => {
      asked.push(answers);
      return alone;
    });
    copy.setText('projectName', '图书馆');
    clock.advance(10_000);
    expect(asked.at(-1)).toBe(copy.answers);
    expect(analyst.state().answers).toBe(copy.answers);
  });

  it('holds the form against subject tables once they are there, beside the other forms it knows', () => {
    const definition = shippedDefinition('haigang-budget-income');
    const answers = { lines: [{ code: '207', name: '教育支出' }] };
    const record = { ...recordHead, definitionId: definition.id, definitionVersion: definition.version, answers };
    const table = new Analyst(new WorkingCopy(record, definition), clock);
    const outcomes = () => table.state().findings.filter(({ ruleId }) => ruleId === 'subject-name');
    expect(outcomes()).toMatchObject([{ outcome: 'couldNotRun' }]);
    const dictionary = new SubjectNames([
      { code: '205', name: '教育支出' },
      { code: '207', name: '文化旅游体育与传媒支出' },
    ]);
    table.holdAgainst(new Map([['functional', { dictionary, tableYear: sampleYear }]]));
    clock.advance(1000);
    table.surround(() => alone);
    clock.advance(1000);
    expect(outcomes()).toMatchObject([{ outcome: 'fail', path: 'lines.0.name' }]);
    expect(table.upToDate()).toBe(table.state());
  });

  it('does nothing after the form was closed', () => {
    const before = analyst.state();
    copy.setText('projectName', '');
    analyst.dispose();
    copy.setText('department', '');
    clock.advance(10_000);
    expect(analyst.state()).toBe(before);
  });
});

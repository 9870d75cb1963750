import { describe, expect, it } from 'vitest';
import { WorkingCopy } from '../../../../../renderer/wizard/copy/working-copy.ts';
import { answerAt } from '../../../../../shared/domain/answers.ts';
import type { FormRecord } from '../../../../../shared/domain/record.ts';
import { sampleDefinition, sampleYear, soundAnswers, soundIndicators } from '../../../../support/sample-form.ts';

const record: FormRecord = {
  id: '0b54d3b2-6f2f-4f5f-9d5f-4d3c2b1a0f9e',
  definitionId: sampleDefinition.id,
  definitionVersion: sampleDefinition.version,
  fiscalYear: sampleYear,
  status: 'draft',
  answers: soundAnswers,
  revision: 'r1',
  createdAtMs: 0,
  updatedAtMs: 0,
};

function openCopy() {
  let nowMs = 0;
  const copy = new WorkingCopy(record, sampleDefinition, () => nowMs);
  return { copy, wait: (ms: number) => (nowMs += ms) };
}

describe('WorkingCopy', () => {
  it('keeps texts exactly as typed', () => {
    const { copy } = openCopy();
    copy.setText('projectName', ' 图书 馆  ');
    copy.setText('annualFunds.total', '1,2 ');
    expect(answerAt(copy.answers, 'projectName')).toBe(' 图书 馆  ');
    expect(answerAt(copy.answers, 'annualFunds.total')).toBe('1,2 ');
  });

  it('takes typing in a field back at once, and tells where', () => {
    const { copy } = openCopy();
    copy.setText('projectName', '甲');
    copy.setText('projectName', '甲乙');
    copy.seal();
    copy.setText('indicators.1.target', '≥1次');
    expect(copy.undo()).toBe('indicators.1.target');
    expect(copy.undo()).toBe('projectName');
    expect(copy.answers).toBe(soundAnswers);
    expect(copy.undo()).toBeNull();
    expect(copy.redo()).toBe('projectName');
    expect(answerAt(copy.answers, 'projectName')).toBe('甲乙');
  });

  it('makes typing before and after a pause two steps', () => {
    const { copy, wait } = openCopy();
    copy.setText('projectName', '甲');
    wait(3000);
    copy.setText('projectName', '甲乙');
    copy.undo();
    expect(answerAt(copy.answers, 'projectName')).toBe('甲');
  });

  it('takes back a removed row as a whole', () => {
    const { copy } = openCopy();
    copy.setRows('indicators', soundIndicators.slice(1), { label: '删除行' });
    copy.undo();
    expect(copy.answers).toBe(soundAnswers);
  });

  it('tells those who listen of every change, and of nothing else', () => {
    const { copy } = openCopy();
    let calls = 0;
    const stop = copy.subscribe(() => {
      calls += 1;
    });
    copy.setText('projectName', '甲');
    copy.setText('projectName', '甲');
    expect(calls).toBe(1);
    stop();
    copy.setText('projectName', '乙');
    expect(calls).toBe(1);
  });
});

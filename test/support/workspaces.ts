import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { draftOf } from '../../electron/core/draft.ts';
import type { RecordDraft } from '../../electron/core/store/record-draft.ts';
import { Store } from '../../electron/core/store/store.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import type { Result } from '../../shared/domain/result.ts';
import { testDerivation } from './derivation.ts';
import { sampleDefinition, sampleYear, soundAnswers, soundWith } from './sample-form.ts';

export const testAuthor = { name: '张会计', machine: 'PC-03' };

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of a result; anything else fails the test with the error. */
export function expectOk<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The error of a result; a success fails the test. */
export function expectError<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error(`it went well: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** A store that is closed after the test, if it is still open then. */
export function openTestStore(workspaceDir: string): Store {
  const store = expectOk(Store.open({ workspaceDir, author: testAuthor }));
  onTestFinished(() => {
    store.close();
  });
  return store;
}

/** Contents of the sample form, ready to be saved. */
export function draft(answers: Answers = soundAnswers, fiscalYear: number = sampleYear): RecordDraft {
  return draftOf({ definition: sampleDefinition, fiscalYear, answers }, testDerivation);
}

/** Contents with another name. */
export function draftNamed(projectName: string, fiscalYear?: number): RecordDraft {
  return draft(soundWith({ projectName }), fiscalYear);
}

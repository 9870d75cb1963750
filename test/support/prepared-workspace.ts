import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '../../electron/core/engine.ts';
import type { Answers } from '../../shared/domain/answers.ts';

/** A form to put into a workspace. */
export interface PreparedForm {
  readonly definitionId: string;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/**
 * Makes a workspace folder that holds these forms, for a program to open. Whoever asks for it removes it.
 * @throws when a form cannot be created
 */
export async function prepareWorkspace(
  unit: string,
  fiscalYear: number,
  forms: readonly PreparedForm[],
): Promise<string> {
  const workspaceDir = mkdtempSync(path.join(tmpdir(), 'xiancai-prepared-'));
  const opened = await openEngine({
    workspaceDir,
    resourcesDir: path.join(import.meta.dirname, '../../resources'),
    programVersion: '0.0.0',
    printPdf: () => Promise.resolve({ ok: false, error: { kind: 'browserMissing' } }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const engine = opened.value;
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  const calls: [string, unknown][] = [
    ['workspace.update', { unit, fiscalYear }],
    ...forms.map((form): [string, unknown] => ['record.create', form]),
  ];
  try {
    for (const [method, input] of calls) {
      const result = await engine.call(method, input, context);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    }
  } finally {
    engine.close();
  }
  return workspaceDir;
}

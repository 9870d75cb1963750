import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '../../electron/core/engine.ts';
import type { Answers } from '../../shared/domain/answers.ts';

/** A form to be put into a workspace before the product opens it. */
export interface FormToFill {
  readonly definitionId: string;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/**
 * Makes a workspace that holds these forms, for tests of the window. Whoever asks for it removes it.
 * @throws when a form cannot be created
 */
export async function filledWorkspace(fiscalYear: number, forms: readonly FormToFill[]): Promise<string> {
  const workspaceDir = mkdtempSync(path.join(tmpdir(), 'xiancai-filled-'));
  const opened = await openEngine({
    workspaceDir,
    resourcesDir: path.join(import.meta.dirname, '../../resources'),
    programVersion: '1.2.3',
    printPdf: () => Promise.resolve({ ok: false, error: { kind: 'browserMissing' } }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const engine = opened.value;
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  try {
    await engine.call('workspace.update', { unit: '示例县卫生健康局', fiscalYear }, context);
    for (const form of forms) {
      const created = await engine.call('record.create', form, context);
      if (!created.ok) throw new Error(JSON.stringify(created.error));
    }
  } finally {
    await engine.close();
  }
  return workspaceDir;
}

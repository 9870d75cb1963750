import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEngine } from '../../electron/core/engine.ts';
import { coreContract } from '../../shared/rpc/contract.ts';
import { inProject } from './project.mjs';

/**
 * A new workspace with the sample county.
 * @returns {Promise<{ folder: string, formOf: Map<string, string> }>} the workspace, and for each form definition the
 *   id of the form that shows it best: of the newest year, the one with the fewest findings
 */
export async function sampleWorkspace() {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-pictures-'));
  const opened = await openEngine({
    workspaceDir: folder,
    resourcesDir: inProject('resources'),
    programVersion: 'pictures',
    printPdf: () => Promise.resolve({ ok: false, error: { kind: 'browserMissing' } }),
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const engine = opened.value;
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  await engine.call('sample.add', {}, context);
  const listed = await engine.call('record.list', {}, context);
  await engine.close();
  if (!listed.ok) throw new Error(listed.error.kind);
  const forms = coreContract['record.list'].output.parse(listed.value);
  /** @param {typeof forms[number]} form */
  const worth = ({ fiscalYear, findings }) => fiscalYear * 100 - findings.error - findings.warning;
  const best = forms.toSorted((a, b) => worth(b) - worth(a) || a.ordinal - b.ordinal);
  const formOf = new Map(best.toReversed().map(({ definitionId, id }) => [definitionId, id]));
  return { folder, formOf };
}

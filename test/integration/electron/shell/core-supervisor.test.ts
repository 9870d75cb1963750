import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { forkedCore } from '../../../../electron/shell/core-child.ts';
import { CoreSupervisor, type HostPdfPrinter } from '../../../../electron/shell/core-supervisor.ts';
import { ok } from '../../../../shared/domain/result.ts';
import type { CoreState } from '../../../../shared/rpc/client.ts';
import type { Progress } from '../../../../shared/rpc/method.ts';

const entry = fileURLToPath(new URL('../../../fixtures/core/scripted-core.ts', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-supervisor-'));
const running: CoreSupervisor[] = [];

/** A supervisor over a real child process that behaves as told: '' normally, 'crash' or 'refuse' at its start. */
function supervise(behaviour: string, printPdf?: HostPdfPrinter) {
  const file = path.join(folder, `behaviour-${running.length}`);
  const behave = (word: string) => writeFileSync(file, word);
  behave(behaviour);
  const startCore = forkedCore({ entry, workspaceDir: file, resourcesDir: folder, pdf: 'host' });
  const core = new CoreSupervisor(printPdf === undefined ? { startCore } : { startCore, printPdf });
  running.push(core);
  return { core, behave };
}

const pidOf = async (core: CoreSupervisor) => {
  const result = await core.call('echo', {});
  return result.ok ? (result.value as { pid: number }).pid : undefined;
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((core) => core.close()));
});
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

describe('CoreSupervisor', () => {
  it('starts a core, carries a call to it with its progress, and gives the answer', async () => {
    const { core } = supervise('');
    expect(await core.start()).toEqual(ok(null));
    const seen: Progress[] = [];
    const result = await core.call('echo', { text: '表单' }, { onProgress: (progress) => seen.push(progress) });
    expect(result).toMatchObject({ ok: true, value: { input: { text: '表单' } } });
    expect(seen).toMatchObject([{ done: 1, total: 2, label: 'half' }]);
  });

  it('fails calls under way with coreRestarted when the core dies, and serves the next from a new one', async () => {
    const { core } = supervise('');
    await core.start();
    const states: CoreState[] = [];
    core.onState((state) => states.push(state));
    const first = await pidOf(core);
    const under = core.call('silence', {});
    expect(await core.call('die', {})).toEqual({ ok: false, error: { kind: 'coreRestarted' } });
    expect(await under).toEqual({ ok: false, error: { kind: 'coreRestarted' } });
    const second = await pidOf(core);
    expect(second).toBeTypeOf('number');
    expect(second).not.toBe(first);
    expect(states).toEqual(['restarting', 'ready']);
  });

  it('cancels a call that takes long', async () => {
    const { core } = supervise('');
    await core.start();
    const abort = new AbortController();
    const call = core.call('silence', {}, { signal: abort.signal });
    abort.abort();
    expect(await call).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await core.call('echo', {}, { signal: abort.signal })).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('says why the core cannot open its store, and does not try again', async () => {
    const { core } = supervise('refuse');
    expect(await core.start()).toEqual({ ok: false, error: { kind: 'storeInUse' } });
    expect(core.state).toBe('stopped');
    expect(await core.call('echo', {})).toEqual({ ok: false, error: { kind: 'notConnected' } });
  });

  it('gives up on a core that crashes at every start', async () => {
    const { core } = supervise('crash');
    expect(await core.start()).toEqual({ ok: false, error: { kind: 'notConnected' } });
    expect(core.state).toBe('stopped');
  });

  it('leaves alone a core that keeps dying, and says so to those who wait', async () => {
    const { core, behave } = supervise('');
    await core.start();
    behave('crash');
    await core.call('die', {});
    expect(await core.call('echo', {})).toEqual({ ok: false, error: { kind: 'notConnected' } });
    expect(core.state).toBe('stopped');
  });

  it('prints for the core, and answers even where its printer breaks', async () => {
    const { core } = supervise('', async () => ok(new Uint8Array(7)));
    await core.start();
    expect(await core.call('print', {})).toEqual(ok(7));
    const { core: broken } = supervise('', () => Promise.reject(new Error('the print page is broken')));
    await broken.start();
    expect(await broken.call('print', {})).toEqual(ok('internal'));
    const { core: without } = supervise('');
    await without.start();
    expect(await without.call('print', {})).toEqual(ok('browserMissing'));
  });

  it('ends its core when it closes', async () => {
    const { core } = supervise('');
    await core.start();
    const pid = (await pidOf(core)) ?? 0;
    await core.close();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(core.state).toBe('stopped');
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FromCore, fromCoreSchema, type ToCore } from '../../../shared/rpc/wire.ts';
import { resourcesDir } from '../../support/engines.ts';
import { openTestStore, temporaryFolder } from '../../support/workspaces.ts';

const entry = path.join(import.meta.dirname, '../../../electron/hosts/core-process.ts');

interface RunningCore {
  readonly child: ChildProcess;
  send(message: ToCore): void;
  /** The next message that fits, of those that came since the start. */
  next<K extends FromCore['kind']>(kind: K): Promise<Extract<FromCore, { kind: K }>>;
}

/** Starts a core as its hosts do. */
function startCore(workspaceDir: string): RunningCore {
  const words = ['--workspace', workspaceDir, '--resources', resourcesDir, '--pdf', 'host'];
  const child = fork(entry, words, { serialization: 'advanced', execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const messages: FromCore[] = [];
  let wake = Promise.withResolvers<void>();
  child.on('message', (raw) => {
    messages.push(fromCoreSchema.parse(raw));
    wake.resolve();
    wake = Promise.withResolvers();
  });
  return {
    child,
    send: (message) => child.send(message),
    next: async <K extends FromCore['kind']>(kind: K) => {
      for (;;) {
        const index = messages.findIndex((message) => message.kind === kind);
        if (index >= 0) return messages.splice(index, 1)[0] as Extract<FromCore, { kind: K }>;
        await wake.promise;
      }
    },
  };
}

test('a core tells that it is ready, answers, and ends when it is asked to', async () => {
  const core = startCore(temporaryFolder());
  expect((await core.next('ready')).result).toEqual({ ok: true, value: null });
  core.send({ kind: 'request', id: '1', method: 'record.list', input: {} });
  expect(await core.next('response')).toEqual({ kind: 'response', id: '1', result: { ok: true, value: [] } });
  core.send({ kind: 'request', id: '2', method: 'core.close', input: {} });
  expect((await core.next('response')).result.ok).toBe(true);
  expect(await once(core.child, 'exit')).toEqual([0, null]);
});

test('a core whose host is gone closes its store and ends', async () => {
  const workspace = temporaryFolder();
  const core = startCore(workspace);
  await core.next('ready');
  core.child.disconnect();
  expect(await once(core.child, 'exit')).toEqual([0, null]);
  openTestStore(workspace);
});

test('a core that cannot open its workspace says why', async () => {
  const workspace = temporaryFolder();
  openTestStore(workspace);
  const core = startCore(workspace);
  expect((await core.next('ready')).result).toEqual({ ok: false, error: { kind: 'storeInUse' } });
});

test('a core asks its host for a pdf, and a print can be cancelled', async () => {
  const core = startCore(temporaryFolder());
  await core.next('ready');
  const file = path.join(temporaryFolder(), 'all.pdf');
  core.send({ kind: 'request', id: '1', method: 'files.register', input: { path: file, purpose: 'write' } });
  const registered = (await core.next('response')).result;
  const { token } = (registered.ok ? registered.value : {}) as { token: string };
  core.send({ kind: 'request', id: '2', method: 'sample.add', input: {} });
  await core.next('response');
  core.send({ kind: 'request', id: '3', method: 'record.list', input: {} });
  const listed = (await core.next('response')).result;
  const [first] = (listed.ok ? listed.value : []) as { id: string }[];
  const input = { ids: [first?.id], format: 'pdf', target: token };
  const pdf = new TextEncoder().encode('%PDF-1.7 printed by the host');
  core.send({ kind: 'request', id: '4', method: 'export.write', input });
  const asked = await core.next('pdfRequest');
  core.send({ kind: 'pdfResponse', id: asked.id, result: { ok: true, value: pdf } });
  expect((await core.next('response')).result).toMatchObject({ ok: true, value: { bytes: pdf.length } });

  core.send({ kind: 'request', id: '5', method: 'export.write', input });
  await core.next('pdfRequest');
  core.send({ kind: 'cancel', id: '5' });
  expect((await core.next('response')).result).toEqual({ ok: false, error: { kind: 'cancelled' } });
});

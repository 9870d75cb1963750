import { describe, expect, it } from 'vitest';
import { createElectronTransport } from '../../../../renderer/rpc/electron-transport.ts';
import { makeClient } from '../../../../renderer/rpc/make-client.ts';
import type { Progress } from '../../../../shared/rpc/method.ts';
import type { PageBridge } from '../../../../shared/rpc/page-bridge.ts';

/** A bridge of which the test holds the other end. */
function openBridge(answer: (id: string, method: string) => Promise<unknown>) {
  const listeners = new Set<(event: unknown) => void>();
  const cancelled: string[] = [];
  const bridge: PageBridge<File> = {
    call: (id, method) => answer(id, method),
    cancel: async (id) => cancelled.push(id),
    registerFiles: async (files) => ({ ok: true, value: files.map(({ name }) => ({ token: 'a'.repeat(32), name })) }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (event: unknown) => {
    for (const listener of listeners) listener(event);
  };
  return { client: makeClient(createElectronTransport(bridge)), tell, cancelled };
}

describe('the client over the bridge of Electron', () => {
  it('gives the parsed answer, and to each call its own progress', async () => {
    const { client, tell } = openBridge(async (id) => {
      tell({ kind: 'progress', id: 'another', done: 9, total: 9, label: '' });
      tell({ kind: 'progress', id, done: 1, total: 2, label: '表' });
      return { ok: true, value: { added: 3 } };
    });
    const seen: Progress[] = [];
    expect(await client.call('sample.add', {}, { onProgress: (progress) => seen.push(progress) })).toEqual({
      ok: true,
      value: { added: 3 },
    });
    expect(seen).toMatchObject([{ done: 1, total: 2, label: '表' }]);
  });

  it('passes failures on, and takes no answer that breaks the contract', async () => {
    const failing = openBridge(async () => ({ ok: false, error: { kind: 'coreRestarted' } }));
    expect(await failing.client.call('sample.add', {})).toEqual({ ok: false, error: { kind: 'coreRestarted' } });
    const lying = openBridge(async () => ({ ok: true, value: { added: 'many' } }));
    await expect(lying.client.call('sample.add', {})).rejects.toThrow();
  });

  it('cancels a call under way, and does not begin one that was cancelled before', async () => {
    const abort = new AbortController();
    const asked: string[] = [];
    const { client, cancelled } = openBridge((id) => {
      asked.push(id);
      return Promise.resolve().then(() => {
        abort.abort();
        return { ok: false, error: { kind: 'cancelled' } };
      });
    });
    expect(await client.call('sample.add', {}, { signal: abort.signal })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(cancelled).toEqual(asked);
    expect(await client.call('sample.add', {}, { signal: abort.signal })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(asked).toHaveLength(1);
  });

  it('tells how the core is', () => {
    const { client, tell } = openBridge(async () => null);
    const seen: string[] = [];
    client.onCoreState((state) => seen.push(state));
    tell({ kind: 'coreState', state: 'restarting' });
    tell({ kind: 'coreState', state: 'ready' });
    expect(seen).toEqual(['restarting', 'ready']);
  });
});

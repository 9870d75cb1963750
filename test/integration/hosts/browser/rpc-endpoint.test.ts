import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerRpc } from '../../../../electron/hosts/browser/rpc-endpoint.ts';
import type { PageCalls } from '../../../../electron/shell/page-calls.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { ask } from '../../../support/http-client.ts';

const servers: Server[] = [];
const headers = { 'Content-Type': 'application/json' };
const body = JSON.stringify({ kind: 'request', id: '7', method: 'import.read', input: { sources: [] } });

/** The endpoint alone, on a real server. */
async function serve(calls: PageCalls): Promise<string> {
  const server = createServer((incoming, response) => void answerRpc(calls, incoming, response));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('answerRpc', () => {
  it('sends progress line by line, and the response last', async () => {
    const origin = await serve(async (_method, _input, { onProgress }) => {
      onProgress({ done: 1, total: 2, label: '第一行\n第二行' });
      onProgress({ done: 2, total: 2, label: '' });
      return ok({ records: [] });
    });
    const answer = await ask(origin, '/rpc', { method: 'POST', headers, body });
    const lines = answer.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { kind: 'progress', id: '7', done: 1, total: 2, label: '第一行\n第二行' },
      { kind: 'progress', id: '7', done: 2, total: 2, label: '' },
      { kind: 'response', id: '7', result: { ok: true, value: { records: [] } } },
    ]);
  });

  it('cancels the call when the page closes the connection', async () => {
    const started = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<void>();
    const origin = await serve((_method, _input, { signal }) => {
      signal.addEventListener('abort', () => cancelled.resolve());
      started.resolve();
      return cancelled.promise.then(() => ok({}));
    });
    const sent = request(`${origin}/rpc`, { method: 'POST', headers }).on('error', () => undefined);
    sent.end(body);
    await started.promise;
    sent.destroy();
    await cancelled.promise;
  });

  it('does not cancel a call that was answered', async () => {
    let wasAborted = false;
    const origin = await serve(async (_method, _input, { signal }) => {
      signal.addEventListener('abort', () => {
        wasAborted = true;
      });
      return ok({});
    });
    await ask(origin, '/rpc', { method: 'POST', headers: { ...headers, Connection: 'close' }, body });
    expect(wasAborted).toBe(false);
  });
});

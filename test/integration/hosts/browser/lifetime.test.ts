import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { askForAddress } from '../../../../electron/shell/address-file.ts';
import { launchBrowserApp } from '../../../support/browser-app.ts';
import { ask, signIn } from '../../../support/http-client.ts';
import { isRunning } from '../../../support/processes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-lifetime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const workspaceIn = (name: string) => path.join(folder, name);
const launch = (workspace: string, withSample = false) =>
  launchBrowserApp({ program: 'sources', workspace, withSample });

async function hasSample(app: Awaited<ReturnType<typeof launch>>): Promise<boolean> {
  const headers = { Cookie: await signIn(app.url), Origin: app.origin, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ kind: 'request', id: '1', method: 'workspace.get', input: {} });
  const answer = await ask(app.origin, '/rpc', { method: 'POST', headers, body });
  return JSON.parse(answer.body).result.value.hasSample;
}

describe('browser mode', () => {
  it('puts the sample county into a new workspace, and into no other', async () => {
    const first = await launch(workspaceIn('sample'), true);
    expect(await hasSample(first)).toBe(true);
    expect(await first.close()).toBe(0);
    const plain = await launch(workspaceIn('plain'));
    expect(await hasSample(plain)).toBe(false);
    expect(await plain.close()).toBe(0);
    const again = await launch(workspaceIn('plain'), true);
    expect(await hasSample(again)).toBe(false);
    expect(await again.close()).toBe(0);
  });

  it('leaves nothing behind when it is asked to stop: no core, no address', async () => {
    const app = await launch(workspaceIn('stopped'));
    const core = app.corePid() ?? 0;
    expect(isRunning(core)).toBe(true);
    expect(await app.close()).toBe(0);
    expect(isRunning(core)).toBe(false);
    expect(existsSync(path.join(app.workspace, 'browser-mode.json'))).toBe(false);
    await expect(ask(app.origin, '/')).rejects.toThrow();
  });

  it('leaves no core behind when it is killed, and opens the workspace again', async () => {
    const app = await launch(workspaceIn('killed'));
    const core = app.corePid() ?? 0;
    process.kill(app.pid, 'SIGKILL');
    while (isRunning(core)) await sleep(10);
    const next = await launch(workspaceIn('killed'));
    expect(next.origin).not.toBe('');
    expect(await next.close()).toBe(0);
  });

  it('comes back at the address the browser knows, and at another where that is taken', async () => {
    const first = await launch(workspaceIn('known'));
    expect(await first.close()).toBe(0);
    const again = await launch(workspaceIn('known'));
    expect(again.origin).toBe(first.origin);
    expect(await again.close()).toBe(0);
    const other = createServer().listen(Number(new URL(first.origin).port), '127.0.0.1');
    await once(other, 'listening');
    const elsewhere = await launch(workspaceIn('known'));
    expect(elsewhere.origin).not.toBe(first.origin);
    expect(await elsewhere.close()).toBe(0);
    other.close();
  });

  it.each([
    [['--port', 'http'], '端口'],
    [['--port', '70000'], '端口'],
    [['--window'], '参数'],
    [['file.xlsx'], '参数'],
  ])('says in one sentence what is wrong with %j', async (args, word) => {
    await expect(launchBrowserApp({ program: 'sources', workspace: folder, args })).rejects.toThrow(word);
  });

  it('goes on when nobody is left to read what it says', async () => {
    const workspace = workspaceIn('unheard');
    const program = path.join(import.meta.dirname, '../../../../electron/hosts/browser.ts');
    const child = spawn(process.execPath, [program, '--no-open', '--no-sample', '--workspace', workspace]);
    child.stdout.destroy();
    child.stderr.destroy();
    const exited = once(child, 'exit');
    const address = await vi.waitUntil(() => askForAddress(workspace), { timeout: 30_000, interval: 200 });
    expect(address).toContain('http://127.0.0.1:');
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  it('refuses a folder that cannot be one', async () => {
    await expect(launch('/dev/null/workspace')).rejects.toThrow(/^Browser mode ended: [^\n]*[\u4e00-\u9fff][^\n]*\n$/);
  });
});

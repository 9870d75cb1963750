import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { inProject } from '../../../build/lib/project.mjs';
import { ask } from '../../support/http-client.ts';
import { exitOf } from '../../support/processes.ts';

const workspace = mkdtempSync(path.join(tmpdir(), 'xiancai-start-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** Runs `npm start`'s script until it prints an address. */
async function start(args: readonly string[], environment: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [inProject('build', 'start.mjs'), '--workspace', workspace, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address, said: () => said };
  }
  throw new Error(`npm start ended: ${said}`);
}

describe('npm start', () => {
  it('says why it is not Electron, prints the address, and ends with Ctrl+C', async () => {
    const { child, address, said } = await start([], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined });
    expect(said()).toContain('本机没有图形界面，改用浏览器方式启动。');
    const { origin, pathname, search } = new URL(address);
    expect((await ask(origin, pathname + search)).status).toBe(303);
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
  });
});

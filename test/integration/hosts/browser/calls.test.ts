import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserApp, launchBrowserApp } from '../../../support/browser-app.ts';
import { ask, signIn } from '../../../support/http-client.ts';

let app: BrowserApp;
let headers: Record<string, string>;

/** Calls as the page does; gives the result of the last line. */
async function call(method: string, input: unknown) {
  const body = JSON.stringify({ kind: 'request', id: '1', method, input });
  const answer = await ask(app.origin, '/rpc', { method: 'POST', headers, body });
  const last = answer.body.trimEnd().split('\n').at(-1) ?? '';
  return JSON.parse(last).result;
}

const transferFolder = () => {
  const name = readdirSync(tmpdir()).find((entry) => entry.startsWith(`xiancai-${app.pid}-`));
  return name === undefined ? undefined : path.join(tmpdir(), name);
};

const newRecord = () =>
  call('record.create', { definitionId: 'dalian-project-target', fiscalYear: 2026, answers: { projectName: '修路' } });

beforeAll(async () => {
  app = await launchBrowserApp({ program: 'sources' });
  headers = { Cookie: await signIn(app.url), Origin: app.origin, 'Content-Type': 'application/json' };
});
afterAll(async () => {
  const folder = transferFolder();
  expect(folder).toBeDefined();
  expect(await app.close()).toBe(0);
  expect(readdirSync(tmpdir())).not.toContain(path.basename(folder ?? ''));
});

describe('calls', () => {
  it('reach the core and the host', async () => {
    expect(await call('workspace.get', {})).toMatchObject({ ok: true, value: { hasSample: false } });
    expect(await call('host.info', {})).toMatchObject({ ok: true, value: { kind: 'browser' } });
  });

  it.each([
    ['a method that only hosts may call', 'files.register', { path: '/etc/passwd', purpose: 'read' }],
    ['the end of the core', 'core.close', {}],
    ['an unknown method', 'record.explode', {}],
    ['a name of every object', 'constructor', {}],
    ['input that breaks the contract', 'record.save', { id: 'not an id' }],
    ['input with more than the contract says', 'workspace.get', { path: '/etc/passwd' }],
  ])('are refused: %s', async (_, method, input) => {
    expect(await call(method, input)).toMatchObject({ ok: false, error: { kind: 'badRequest' } });
  });

  it.each(['', 'not json', '[]', '{"kind":"request"}', '{"kind":"pdfRequest","id":"1","document":{}}'])(
    'are refused when they are no request: %s',
    async (body) => expect((await ask(app.origin, '/rpc', { method: 'POST', headers, body })).status).toBe(400),
  );

  it('go on after the core was killed, with everything that was acknowledged', async () => {
    const created = await newRecord();
    expect(created.ok).toBe(true);
    const states: string[] = [];
    const stream = request(`${app.origin}/events`, { headers }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => states.push(text));
    }).end();
    await until(() => states.length > 0);
    await app.killCore();
    const found = await call('record.get', { ids: [created.value.id] });
    const outcome = found.ok ? found : await call('record.get', { ids: [created.value.id] });
    expect(outcome).toMatchObject({ ok: true, value: [{ answers: { projectName: '修路' } }] });
    await until(() => states.length >= 3);
    stream.destroy();
    expect(states.map((text) => /"state":"(\w+)"/.exec(text)?.[1])).toEqual(['ready', 'restarting', 'ready']);
  });
});

describe('files', () => {
  const upload = (name: string, body: string | Uint8Array) =>
    ask(app.origin, `/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body });

  it('that were picked are known by a token, and their path is not told', async () => {
    const answer = await upload('绩效目标.txt', '项目名称\t修路');
    const { ok, value } = JSON.parse(answer.body);
    expect(ok).toBe(true);
    expect(value.name).toBe('绩效目标.txt');
    expect(answer.body).not.toContain(tmpdir());
    expect(await call('import.read', { sources: [{ token: value.token }] })).toMatchObject({ ok: true });
  });

  it.each(['../../evil.txt', '..\\..\\evil.txt', '/etc/cron.d/evil.txt', 'C:\\evil.txt', 'a\0b.txt'])(
    'cannot choose where they are kept: %j',
    async (name) => {
      const { value } = JSON.parse((await upload(name, 'x')).body);
      expect(value.name).not.toMatch(/[/\\\0]|\.\./);
    },
  );

  it('above the limit are refused before they are sent, and while they are sent', async () => {
    const tooLong = { ...headers, 'Content-Length': String(51 * 1024 * 1024) };
    const declared = ask(app.origin, '/files?name=big.xlsx', { method: 'POST', headers: tooLong, body: 'x' });
    expect(JSON.parse((await declared).body)).toMatchObject({
      ok: false,
      error: { kind: 'fileTooLarge', limitMb: 50 },
    });
    const kept = readdirSync(transferFolder() ?? '').length;
    const refused = await upload('big.xlsx', new Uint8Array(51 * 1024 * 1024)).catch(() => null);
    if (refused !== null)
      expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { kind: 'fileTooLarge' } });
    expect(readdirSync(transferFolder() ?? '').length).toBe(kept);
  });

  it('that were exported are handed over under their Chinese name', async () => {
    const record = await newRecord();
    const target = await call('host.chooseTarget', { suggestedName: '修路 绩效目标表（2026）.json', format: 'json' });
    expect(target).toMatchObject({ ok: true, value: { name: '修路 绩效目标表（2026）.json' } });
    const { token } = target.value;
    expect((await ask(app.origin, `/files/${token}`, { headers })).status).toBe(404);
    expect(await call('export.write', { ids: [record.value.id], format: 'json', target: token })).toMatchObject({
      ok: true,
    });
    const download = await ask(app.origin, `/files/${token}`, { headers });
    expect(download.status).toBe(200);
    expect(JSON.parse(download.body).records[0].answers.projectName).toBe('修路');
    expect(String(download.headers['content-disposition'])).toBe(
      `attachment; filename="__ ______2026_.json"; filename*=UTF-8''${encodeURIComponent('修路 绩效目标表（2026）.json')}`,
    );
    expect((await ask(app.origin, '/files/unknown', { headers })).status).toBe(404);
  });
});

describe('a second start on the same workspace', () => {
  it('names a way into the first, in one sentence', async () => {
    const second = await launchBrowserApp({ program: 'sources', workspace: app.workspace });
    expect(second.errors().trim().split('\n')).toEqual(['该工作区已在另一个窗口或程序中打开，请使用已打开的窗口。']);
    expect(second.origin).toBe(app.origin);
    expect(await signIn(second.url)).toMatch(/^xiancai-\d+=/);
    expect(await second.exited).toBe(0);
    expect(JSON.parse(readFileSync(path.join(app.workspace, 'browser-mode.json'), 'utf8')).port).toBe(
      Number(new URL(app.origin).port),
    );
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(10);
}

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserApp, launchBrowserApp } from '../../../support/browser-app.ts';
import { ask, signIn } from '../../../support/http-client.ts';

let app: BrowserApp;
let cookie: string;
let own: Record<string, string>;
const rpc = JSON.stringify({ kind: 'request', id: '1', method: 'workspace.get', input: {} });
const post = (path: string, headers: Record<string, string>, body: string = rpc) =>
  ask(app.origin, path, { method: 'POST', headers, body });

beforeAll(async () => {
  app = await launchBrowserApp({ program: 'sources' });
  cookie = await signIn(app.url);
  own = { Cookie: cookie, Origin: app.origin, 'Content-Type': 'application/json' };
});
afterAll(async () => {
  expect(await app.close()).toBe(0);
});

describe('who may come in', () => {
  it('lets in by the one-time address, once, with a cookie that no script and no other site can use', async () => {
    const again = new URL(app.url);
    expect((await ask(app.origin, again.pathname + again.search)).status).toBe(403);
    const second = await ask(app.origin, '/addresses', {
      method: 'POST',
      headers: { Authorization: `Bearer ${ownerSecret()}` },
    });
    const { pathname, search } = new URL(JSON.parse(second.body).address);
    const entered = await ask(app.origin, pathname + search);
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe('/');
    expect(String(entered.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('refuses guessed tokens and cookies, and requests without any', async () => {
    expect((await ask(app.origin, '/start?token=guessed')).status).toBe(403);
    expect((await ask(app.origin, '/start')).status).toBe(403);
    expect((await ask(app.origin, '/')).status).toBe(403);
    const name = cookie.split('=')[0];
    expect((await ask(app.origin, '/', { headers: { Cookie: `${name}=guessed` } })).status).toBe(403);
    expect((await post('/rpc', { ...own, Cookie: `${name}=` })).status).toBe(403);
    expect((await post('/addresses', { Authorization: 'Bearer guessed' })).status).toBe(403);
  });

  it('answers a call with all three: cookie, Host and Origin', async () => {
    const answer = await post('/rpc', own);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ kind: 'response', id: '1', result: { ok: true } });
  });

  it.each([
    ['a name that resolves to this machine', { Host: 'attacker.example:80' }],
    ['localhost by name', { Host: 'localhost' }],
    ['another site', { Origin: 'http://attacker.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['another site, by fetch metadata', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a form instead of a script', { 'Content-Type': 'text/plain' }],
  ])('refuses a call from %s', async (_, headers) => {
    const { status } = await post('/rpc', { ...own, ...headers });
    expect([403, 415]).toContain(status);
  });

  it('refuses a call without Origin, which no browser sends', async () => {
    const { Origin: _, ...rest } = own;
    expect((await post('/rpc', rest)).status).toBe(403);
  });

  it('listens on the loopback address alone', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).flatMap(({ address, family, internal }) => (family === 'IPv4' && !internal ? [address] : [])),
    );
    for (const address of others) {
      await expect(ask(app.origin.replace('127.0.0.1', address), '/')).rejects.toThrow();
    }
  });
});

describe('what is served', () => {
  const page = path.resolve('dist', 'renderer');
  const hadPage = existsSync(path.join(page, 'index.html'));
  beforeAll(() => {
    if (hadPage) return;
    mkdirSync(page, { recursive: true });
    writeFileSync(path.join(page, 'index.html'), '<!doctype html>');
  });
  afterAll(() => {
    if (!hadPage) rmSync(path.join(page, 'index.html'));
  });

  it('sends the page with a strict policy and the usual headers', async () => {
    const { status, headers } = await ask(app.origin, '/', { headers: { Cookie: cookie } });
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "base-uri 'none'"]));
    expect(policy.find((rule) => rule.startsWith('script-src'))).not.toMatch(/unsafe|data:|http/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
    });
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..\\..\\package.json',
    '//etc/passwd',
    '/files/../../package.json',
    '/files/%2e%2e%2fpackage.json',
    '/store.sqlite3',
  ])('serves nothing else of the disk: %s', async (address) => {
    const { status, body } = await ask(app.origin, address, { headers: { Cookie: cookie } });
    expect(status).toBe(404);
    expect(body).not.toContain('xiancai');
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])('does not know %s', async (method) => {
    const { status, headers } = await ask(app.origin, '/', { method, headers: { Cookie: cookie } });
    expect([403, 405]).toContain(status);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

function ownerSecret(): string {
  const file = path.join(app.workspace, 'browser-mode.json');
  expect(statSync(file).mode & 0o077).toBe(0);
  return JSON.parse(readFileSync(file, 'utf8')).secret;
}

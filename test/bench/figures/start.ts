import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { inProject } from '../../../build/lib/project.mjs';
import type { Figure } from '../figure.ts';
import type { Measurement } from '../measurement.ts';
import { chromiumFlags, requireChromium } from '../support/chromium.ts';
import { type PageProgram, startToUsable } from '../support/usable-page.ts';

const ROUNDS = 5;
const TARGET_MS = 2000;

/** A page with one thing to click, from a Node that does nothing else. */
const BARE_PAGE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>空</title><button>开始</button></html>';
const bareServer: PageProgram = {
  command: process.execPath,
  args: [
    '--input-type=module',
    '--eval',
    `import { createServer } from 'node:http';
     const server = createServer((request, response) => {
       response.setHeader('Content-Type', 'text/html');
       response.end(${JSON.stringify(BARE_PAGE)});
     });
     server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
     process.once('SIGINT', () => process.exit(0));`,
  ],
};

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags] });
}

/** Start of browser mode until the workbench can be used, beside a bare server and an empty page. */
export const start: Figure = {
  name: 'start',
  measure: async (context) => {
    const running = await launch();
    const fresh: Browser[] = [];
    const launchFresh = async () => {
      const browser = await launch();
      fresh.push(browser);
      return browser;
    };
    const options = (workspace: string) => ['--no-open', '--workspace', workspace];
    const npmStart = (workspace: string): PageProgram => ({
      command: 'npm',
      args: ['start', '--silent', '--', '--browser', ...options(workspace)],
    });
    const program = (workspace: string): PageProgram => ({
      command: process.execPath,
      args: [inProject('dist', 'electron', 'browser.js'), ...options(workspace)],
    });
    const newWorkspace = () => mkdtempSync(path.join(context.folder, 'workspace-'));
    const runs = { npm: [], program: [], first: [], withBrowser: [], bare: [], bareWithBrowser: [] } satisfies Record<
      string,
      number[]
    > as Record<'npm' | 'program' | 'first' | 'withBrowser' | 'bare' | 'bareWithBrowser', number[]>;
    try {
      const known = newWorkspace();
      // The first start fills the sample county in, and the disk's cache; it is not counted.
      await startToUsable(npmStart(known), () => running);
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.npm.push(await startToUsable(npmStart(known), () => running));
        runs.bare.push(await startToUsable(bareServer, () => running, 'button'));
        runs.program.push(await startToUsable(program(known), () => running));
        runs.withBrowser.push(await startToUsable(npmStart(known), launchFresh));
        runs.bareWithBrowser.push(await startToUsable(bareServer, launchFresh, 'button'));
        runs.first.push(await startToUsable(npmStart(newWorkspace()), () => running));
        for (const browser of fresh.splice(0)) await browser.close();
      }
    } finally {
      for (const browser of [running, ...fresh]) await browser.close();
    }
    const bare = { what: 'Node serves an empty page', values: runs.bare };
    const target = { kind: 'most', value: TARGET_MS } as const;
    const line = (what: string, values: readonly number[], limit = bare): Measurement => ({
      what,
      unit: 'ms',
      values,
      limit,
    });
    return [
      { ...line('npm start until the first row can be clicked', runs.npm), target },
      line('the same without npm', runs.program),
      { ...line('npm start in a new workspace, with the sample county', runs.first), target },
      {
        ...line('npm start, starting Chromium too', runs.withBrowser, {
          what: 'the same, starting Chromium too',
          values: runs.bareWithBrowser,
        }),
        target,
      },
    ];
  },
};

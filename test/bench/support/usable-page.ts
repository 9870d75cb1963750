import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Page } from '@playwright/test';
import { projectRoot } from '../../../build/lib/project.mjs';
import { childrenOf, exitOf } from '../../support/processes.ts';

/** A program that prints the address of its page, and is ended by SIGINT. */
export interface PageProgram {
  readonly command: string;
  readonly args: readonly string[];
}

/** What a person clicks first. */
const FIRST_ROW = '.record-table [data-row-key]';

/** The last process of a chain that each starts but one more: npm → start → the program. */
function lastOfChain(pid: number): number {
  const node = childrenOf(pid).find(({ command }) => !/core(-process)?\.(js|ts)/u.test(command));
  return node === undefined ? pid : lastOfChain(node.pid);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null) process.kill(lastOfChain(child.pid), 'SIGINT');
  await exitOf(child);
}

/** Waits until the program prints an address. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('its output is not piped');
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/\S+/u.exec(line)?.[0];
    if (address !== undefined) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('it ended without an address');
}

/** Waits until the first row can be clicked. Looks at every frame, so that no interval of looking is measured. */
export async function untilUsable(page: Page, row: string = FIRST_ROW): Promise<void> {
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, row, { polling: 'raf' });
  await page.locator(row).first().click({ trial: true });
}

/**
 * Starts a program, opens the page it names and waits until its first row can be clicked; ends it again.
 * @param getBrowser a browser that runs, or starts one; called when the address is known
 * @param row what must be clickable
 * @returns ms since the program's start
 */
export async function startToUsable(
  { command, args }: PageProgram,
  getBrowser: () => Browser | Promise<Browser>,
  row?: string,
): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(command, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await addressOf(child);
    const browser = await getBrowser();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(address, { waitUntil: 'commit' });
    await untilUsable(page, row);
    const ms = performance.now() - startedMs;
    await page.close();
    return ms;
  } finally {
    await stop(child);
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const cli = path.join(import.meta.dirname, '../../electron/hosts/cli.ts');

export interface CommandOutcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the product's command line with these words. */
export async function xiancai(words: readonly string[], input = ''): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [cli, ...words], { stdio: 'pipe' });
  // A command that does not read its input may be gone before it was written.
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

/** The one JSON document a command prints; anything else fails the test. */
export async function xiancaiJson(words: readonly string[], input?: string): Promise<unknown> {
  const { status, stdout, stderr } = await xiancai([...words, '--json'], input);
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')}: ${status} ${stderr}`);
  return JSON.parse(stdout);
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const limits = path.join(import.meta.dirname, '..', 'limits');

/**
 * Runs a program of `test/bench/limits` in a Node of its own and waits for its end.
 * @returns the number it prints
 */
export async function measureInFreshNode(program: string, args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(limits, program), ...args]);
  const value = Number(stdout);
  if (stdout.trim() === '' || !Number.isFinite(value)) throw new Error(`${program} printed ${stdout}`);
  return value;
}

import { createHash } from 'node:crypto';

const FIRST = 49_152;
const COUNT = 16_384;

/**
 * The port a workspace asks for first, from the range nobody is assigned. A browser keeps what a page has put aside
 * (entries that could not be saved yet) by address, port included: the same workspace at another port would not find
 * them again.
 */
export function preferredPort(workspaceDir: string): number {
  return FIRST + (createHash('sha256').update(workspaceDir).digest().readUInt16BE(0) % COUNT);
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const addressSchema = z.strictObject({ port: z.int().min(1).max(65_535), secret: z.string().min(32) });
type Address = z.infer<typeof addressSchema>;

const fileOf = (workspaceDir: string) => path.join(workspaceDir, 'browser-mode.json');
const answerLimitMs = 2_000;

/** Leaves word in the workspace where browser mode serves it; readable only by the user. */
export async function writeAddressFile(workspaceDir: string, address: Address): Promise<void> {
  await removeAddressFile(workspaceDir);
  await writeFile(fileOf(workspaceDir), JSON.stringify(address), { mode: 0o600, flag: 'wx' });
}

export async function removeAddressFile(workspaceDir: string): Promise<void> {
  await rm(fileOf(workspaceDir), { force: true });
}

/**
 * Asks the browser mode that has this workspace open for an address to come in by.
 * @returns null when none has it, or it does not answer
 */
export async function askForAddress(workspaceDir: string): Promise<string | null> {
  try {
    const { port, secret } = addressSchema.parse(JSON.parse(await readFile(fileOf(workspaceDir), 'utf8')));
    const response = await fetch(`http://127.0.0.1:${port}/addresses`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(answerLimitMs),
    });
    const { address } = z.strictObject({ address: z.url() }).parse(await response.json());
    return address.startsWith(`http://127.0.0.1:${port}/`) ? address : null;
  } catch {
    return null;
  }
}

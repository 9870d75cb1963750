import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import { fileLimitMb } from '../../../shared/rpc/limits.ts';
import { describeWriteError } from './write-error.ts';

const fileLimitBytes = fileLimitMb * 1024 * 1024;
/** When the files of one run exceed this, the oldest are given up: reading them again means choosing them again. */
const folderLimitBytes = 1024 * 1024 * 1024;
const namePrefix = 'xiancai-';

interface KeptFile {
  readonly folder: string;
  readonly bytes: number;
}

/**
 * Files on their way between the browser and the core: what was picked in the page, and what was exported and waits
 * to be downloaded. They live in a folder that only the user can read and that goes with the program.
 */
export class TransferFolder {
  readonly #root: string;
  readonly #kept: KeptFile[] = [];
  #count = 0;

  private constructor(root: string) {
    this.#root = root;
  }

  /** Makes the folder, and clears those of runs that were killed. */
  static async open(): Promise<TransferFolder> {
    await removeAbandoned();
    return new TransferFolder(await mkdtemp(path.join(os.tmpdir(), `${namePrefix}${process.pid}-`)));
  }

  /** A place for a file of this name; the name is made safe, the folder is new. */
  async newPlace(name: string): Promise<string> {
    const folder = path.join(this.#root, String(++this.#count));
    await mkdir(folder, { mode: 0o700 });
    return path.join(folder, safeFileName(name));
  }

  /**
   * Takes a file in.
   * @param declaredBytes its length as announced, if it was; one that is too long is refused before it is sent
   * @returns its path; `fileTooLarge`, `fileUnreadable` when the sender stopped, or why it could not be written
   */
  async receive(name: string, source: Readable, declaredBytes?: number): Promise<Result<string, AppError>> {
    const tooLarge = err({ kind: 'fileTooLarge', file: safeFileName(name), limitMb: fileLimitMb } as const);
    if (declaredBytes !== undefined && declaredBytes > fileLimitBytes) return tooLarge;
    const place = await this.newPlace(name);
    let bytes = 0;
    const limited = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > fileLimitBytes) throw new UploadTooLarge();
        yield chunk;
      }
    };
    try {
      await pipeline(source, limited, createWriteStream(place, { mode: 0o600, flags: 'wx' }));
    } catch (error) {
      await this.discard(place);
      return error instanceof UploadTooLarge ? tooLarge : err(describeWriteError(error, path.basename(place)));
    }
    await this.#keep({ folder: path.dirname(place), bytes });
    return ok(place);
  }

  /** Gives up a file before the program ends. */
  async discard(place: string): Promise<void> {
    await rm(path.dirname(place), { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }

  async #keep(file: KeptFile): Promise<void> {
    this.#kept.push(file);
    while (this.#kept.reduce((sum, { bytes }) => sum + bytes, 0) > folderLimitBytes) {
      const oldest = this.#kept.shift();
      if (oldest !== undefined) await rm(oldest.folder, { recursive: true, force: true });
    }
  }
}

class UploadTooLarge extends Error {}

/** A name that every file system takes and that leads nowhere: no folders, no control characters, no device names. */
export function safeFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const cleaned = base
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  const extension = path.extname(cleaned).slice(0, 12);
  const stem = shorten(cleaned.slice(0, cleaned.length - path.extname(cleaned).length), 180);
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split('.')[0] ?? '');
  return `${isDevice ? '_' : ''}${stem || '未命名'}${extension}`;
}

/** File systems count bytes; a Chinese character takes three. */
function shorten(text: string, maxBytes: number): string {
  let result = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    result += character;
  }
  return result;
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = Number(new RegExp(`^${namePrefix}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    // Another user's folder of that name stays: it is theirs to remove.
    await rm(path.join(os.tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { CoreSupervisor } from '../../shell/core-supervisor.ts';
import { refuse, sendJson, writeHead } from './respond.ts';
import type { TransferFolder } from './transfer-folder.ts';

interface NamedToken {
  readonly token: string;
  readonly name: string;
}

/** Exported files that stay to be downloaded; older ones make room. */
const keptDownloads = 20;

/** Files between the page and the core, by token: picked ones in, exported ones out. */
export class FileExchange {
  readonly #core: CoreSupervisor;
  readonly #folder: TransferFolder;
  readonly #downloads = new Map<string, string>();

  constructor(core: CoreSupervisor, folder: TransferFolder) {
    this.#core = core;
    this.#folder = folder;
  }

  /** Answers `POST /files?name=…`: takes a picked file's bytes, answers with its token or the reason, as JSON. */
  async answerUpload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const declared = request.headers['content-length'];
    const received = await this.#folder.receive(name, request, declared === undefined ? undefined : Number(declared));
    if (!received.ok) {
      // What the browser is still sending is of no use; it learns the reason and the connection ends.
      response.once('finish', () => request.destroy());
      return sendJson(response, received);
    }
    sendJson(response, await this.#core.callOwn('files.register', { path: received.value, purpose: 'read' }));
  }

  /** A place to export to, which `answerDownload` hands over under its token. */
  async newTarget(suggestedName: string): Promise<Result<NamedToken, AppError>> {
    const place = await this.#folder.newPlace(suggestedName);
    const registered = await this.#core.callOwn('files.register', { path: place, purpose: 'write' });
    if (!registered.ok) return registered;
    this.#downloads.set(registered.value.token, place);
    await this.#forgetOldDownloads();
    return ok({ token: registered.value.token, name: path.basename(place) });
  }

  /** Answers `GET /files/TOKEN`: the exported file, as a download. Download managers fetch one several times. */
  async answerDownload(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const place = this.#downloads.get(token);
    const size = place === undefined ? null : await sizeOf(place);
    if (place === undefined || size === null) return refuse(response, 404, '没有这个文件，请重新导出。');
    writeHead(response, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': contentDisposition(path.basename(place)),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    await pipeline(createReadStream(place), response);
  }

  async #forgetOldDownloads(): Promise<void> {
    for (const [token, place] of [...this.#downloads].slice(0, -keptDownloads)) {
      this.#downloads.delete(token);
      await this.#folder.discard(place);
    }
  }
}

/** The header that offers a download under a name in any script (RFC 6266, RFC 5987). */
export function contentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError } from '../../../shared/domain/app-error.ts';
import type { CoreSupervisor } from '../../shell/core-supervisor.ts';
import type { PageCalls } from '../../shell/page-calls.ts';
import { readPageFile } from '../../shell/page-files.ts';
import { reportBug } from '../../shell/report-bug.ts';
import { Access } from './access.ts';
import { answerEvents } from './event-stream.ts';
import type { FileExchange } from './file-endpoints.ts';
import { refuse, sendJson, writeHead } from './respond.ts';
import { answerRpc } from './rpc-endpoint.ts';

interface Parts {
  readonly core: CoreSupervisor;
  readonly calls: PageCalls;
  readonly files: FileExchange;
  /** Folder of the built page, absolute. */
  readonly pageDir: string;
}

/** The running server. */
export interface PageServer {
  readonly port: number;
  readonly access: Access;
  close(): Promise<void>;
}

/**
 * Serves the page and its calls on 127.0.0.1 only.
 * @param port 0 for any free one
 * @throws the listen error, when the port is taken
 */
export async function servePage(parts: Parts, port: number): Promise<PageServer> {
  const server = createServer({ requestTimeout: 0 });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const access = new Access(address.port);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    route(parts, access, request, response).catch((error: unknown) => {
      if (isGone(error)) return;
      const bug = reportBug(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, describeError(bug));
    });
  });
  return { port: address.port, access, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function route(parts: Parts, access: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!access.isFromHere(request)) return refuse(response, 403, '拒绝来自其他网站的请求。');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { pathname, searchParams } = url;
  const endpoint = `${request.method} ${pathname}`;
  if (endpoint === 'GET /start') return admit(access, response, searchParams.get('token') ?? '');
  if (endpoint === 'POST /addresses' && access.isOwner(request)) {
    return sendJson(response, { address: access.newAddress() });
  }
  if (!access.hasSession(request)) return refuse(response, 403, '请使用程序启动时给出的网址打开。');
  if (request.method === 'POST') {
    if (!access.hasOwnOrigin(request)) return refuse(response, 403, '拒绝来自其他网站的请求。');
    if (pathname === '/rpc') return await answerRpc(parts.calls, request, response);
    if (pathname === '/files') return await parts.files.answerUpload(request, response, searchParams.get('name') ?? '');
    return refuse(response, 404, '没有这个地址。');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, '不支持这种请求。');
  if (pathname === '/events') return answerEvents(parts.core, request, response);
  if (pathname.startsWith('/files/')) return await parts.files.answerDownload(request, response, pathname.slice(7));
  return await sendPageFile(parts.pageDir, pathname, request, response);
}

function admit(access: Access, response: ServerResponse, token: string): void {
  const cookie = access.admit(token);
  if (cookie === null) {
    refuse(response, 403, '这个网址已经用过或已失效，请重新启动程序取得新的网址。');
    return;
  }
  writeHead(response, 303, { Location: '/', 'Set-Cookie': cookie });
  response.end();
}

async function sendPageFile(
  pageDir: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await readPageFile(pageDir, pathname);
  if (file === null) return refuse(response, 404, '没有这个文件。');
  writeHead(response, 200, {
    'Content-Type': file.contentType,
    'Content-Length': String(file.bytes.length),
    'Cache-Control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** The browser closed the connection while it was being answered. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED';
}

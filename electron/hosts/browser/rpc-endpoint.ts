import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FromCore, type Request, requestSchema } from '../../../shared/rpc/wire.ts';
import type { PageCalls } from '../../shell/page-calls.ts';
import { readBody, refuse, writeHead } from './respond.ts';

/** Pasted text of the largest import, with room for JSON's escapes. */
const bodyLimitBytes = 128 * 1024 * 1024;

/**
 * Answers `POST /rpc`: one request as JSON in, lines of JSON out, the progress messages and at last the response.
 * Closing the connection cancels the call.
 */
export async function answerRpc(calls: PageCalls, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return refuse(response, 415, '请求的格式不对。');
  const body = await readBody(request, bodyLimitBytes);
  if (body === null) return refuse(response, 413, '请求过大。');
  const message = parseRequest(body);
  if (message === null) return refuse(response, 400, '请求不符合约定。');

  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  writeHead(response, 200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  const writeLine = (line: FromCore) => {
    if (response.writable) response.write(`${JSON.stringify(line)}\n`);
  };
  const { id } = message;
  const result = await calls(message.method, message.input, {
    signal: gone.signal,
    onProgress: ({ done, total, label }) => writeLine({ kind: 'progress', id, done, total, label }),
  });
  writeLine({ kind: 'response', id, result });
  response.end();
}

function parseRequest(body: string): Request | null {
  try {
    return requestSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

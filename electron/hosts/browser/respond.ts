import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '../../shell/page-policy.ts';

/** Starts an answer with the headers that every answer carries. */
export function writeHead(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...securityHeaders, ...headers });
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown): void {
  writeHead(response, 200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** Refuses with one sentence, shown as it is when a person sees it. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  writeHead(response, status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${sentence}\n`);
}

/**
 * Reads a request's body as text.
 * @returns null when it is longer than `limitBytes` (what is left of it is not read)
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

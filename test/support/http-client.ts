import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends exactly what is said, forbidden headers and unclean paths included, which `fetch` would not. */
export function ask(origin: string, path: string, question: Question = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { method = 'GET', headers = {}, body } = question;
  const sent = request({ hostname, port, path, method, headers }, (response) => {
    text(response).then((answer) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer });
    }, reject);
  });
  sent.once('error', reject);
  sent.end(body);
  return promise;
}

/** Comes in by a one-time address as a browser does; gives the cookie. */
export async function signIn(url: string): Promise<string> {
  const { origin, pathname, search } = new URL(url);
  const { headers } = await ask(origin, pathname + search);
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

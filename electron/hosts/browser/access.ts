import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** How long an unused address stays good. */
const admissionLifeMs = 12 * 3_600_000;

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function equalSecrets(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Who may talk to the server. Other programs and other users of the machine can reach 127.0.0.1 too, and any web
 * page can send requests there: so a person comes in with a one-time address that only this program printed, gets a
 * cookie for it, and every request must come from our own page.
 */
export class Access {
  readonly #origin: string;
  readonly #host: string;
  readonly #cookieName: string;
  readonly #admissions = new Map<string, number>();
  readonly #sessions = new Set<string>();
  /** Lets a second start of the program ask for an address of its own; it stands in a file only the user can read. */
  readonly ownerSecret = newSecret();

  /** @param port where the server listens; cookies do not tell ports apart, so the name does */
  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    this.#origin = `http://${this.#host}`;
    this.#cookieName = `xiancai-${port}`;
  }

  /** An address that lets one browser in, once. */
  newAddress(): string {
    const token = newSecret();
    this.#admissions.set(token, Date.now() + admissionLifeMs);
    return `${this.#origin}/start?token=${token}`;
  }

  /** Takes a one-time token; gives the `Set-Cookie` value for it, or null when it is unknown, used or too old. */
  admit(token: string): string | null {
    const known = [...this.#admissions.keys()].find((candidate) => equalSecrets(candidate, token));
    const goodUntilMs = known === undefined ? 0 : (this.#admissions.get(known) ?? 0);
    this.#admissions.delete(known ?? '');
    if (goodUntilMs < Date.now()) return null;
    const session = newSecret();
    this.#sessions.add(session);
    return `${this.#cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether the request is addressed to us by number (not by a name that resolves here) and no other site sent it. */
  isFromHere(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    if (host !== this.#host || (origin !== undefined && origin !== this.#origin)) return false;
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none' || isTopLevelNavigation(request);
  }

  /** Whether the request names our origin, as every browser does with POST. */
  hasOwnOrigin(request: IncomingMessage): boolean {
    return request.headers.origin === this.#origin;
  }

  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const mine = cookies.filter((cookie) => cookie.startsWith(`${this.#cookieName}=`));
    return mine.some((cookie) => this.#sessions.has(cookie.slice(this.#cookieName.length + 1)));
  }

  isOwner(request: IncomingMessage): boolean {
    return equalSecrets(request.headers.authorization ?? '', `Bearer ${this.ownerSecret}`);
  }
}

/** A link followed from elsewhere: harmless, since it shows a page and the strict cookie does not come along. */
function isTopLevelNavigation(request: IncomingMessage): boolean {
  return (
    request.method === 'GET' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document'
  );
}

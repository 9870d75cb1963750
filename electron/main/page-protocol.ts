import path from 'node:path';
import { protocol, type Session } from 'electron';
import { readPageFile } from '../shell/page-files.ts';
import { securityHeaders } from '../shell/page-policy.ts';
import { pageOrigin, pageScheme } from './page-address.ts';

/** Declares the page's scheme; to be called before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page, and nothing else of the disk, under its origin.
 * @param programDir folder of the program, absolute
 */
export function servePage(session: Session, programDir: string): void {
  const pageDir = path.join(programDir, 'dist', 'renderer');
  session.protocol.handle(pageScheme, async (request) => {
    // Not `origin`: Node's URL gives none to schemes it does not know.
    const { host, protocol: requested, pathname } = new URL(request.url);
    const isOurs = `${requested}//${host}` === pageOrigin;
    const file = isOurs && request.method === 'GET' ? await readPageFile(pageDir, pathname) : null;
    if (file === null) return new Response(null, { status: 404, headers: securityHeaders });
    return new Response(file.bytes, { headers: { ...securityHeaders, 'Content-Type': file.contentType } });
  });
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inProject } from '../../../build/lib/project.mjs';
import { readPageFile } from '../../../electron/shell/page-files.ts';

/** The built pages on an address of this machine, with nothing else of the product. */
export interface FolderServer {
  readonly origin: string;
  /** Puts a page there that is in no folder. */
  addPage(name: string, html: string): void;
  close(): void;
}

/** Serves `dist/renderer` on 127.0.0.1. */
export async function serveBuiltPages(): Promise<FolderServer> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    void readPageFile(inProject('dist', 'renderer'), pathname).then((file) => {
      if (file === null) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    addPage: (name, html) => void pages.set(`/${name}`, html),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

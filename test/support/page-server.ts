import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/** A server of the small pages under `test/e2e/pages`, each showing one component of the window alone. */
export interface PageServer {
  /** Address of a page, e.g. `sheet.html?rows=150`. */
  readonly addressOf: (page: string) => string;
  readonly close: () => Promise<void>;
}

/** Starts the server on a free port of this machine. */
export async function startPageServer(): Promise<PageServer> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    cacheDir: 'node_modules/.vite/test-pages',
    logLevel: 'error',
    plugins: [react()],
    optimizeDeps: { entries: ['test/e2e/pages/*.html'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const [origin] = server.resolvedUrls?.local ?? [];
  if (origin === undefined) throw new Error('the page server has no address');
  return { addressOf: (page) => `${origin}test/e2e/pages/${page}`, close: () => server.close() };
}

import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { z } from 'zod';
import { openEngine } from '../core/engine.ts';
import { fileLogger, newBugId } from '../core/log/logger.ts';
import { hostPort } from './core-process/host-port.ts';
import { hostPdfPrinter, serveEngine } from './core-process/serve.ts';
import { machinePdf } from './machine-pdf.ts';
import { programOf } from './program.ts';

/** `--workspace DIR --resources DIR --pdf host|chromium` */
const argumentsSchema = z.object({
  workspace: z.string().min(1),
  resources: z.string().min(1),
  pdf: z.enum(['host', 'chromium']),
});

// A list of thousands of forms is garbage as soon as it is sent. Left to itself, V8 answers that by tripling the space
// for young objects for good: 170 MB in place of 120 with 10,000 records, and not faster.
setFlagsFromString('--semi-space-growth-factor=1');

/** The core as a process of its own, under a host that starts it and talks to it (`shared/rpc/wire.ts`). */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, resources: { type: 'string' }, pdf: { type: 'string' } },
  });
  const { workspace, resources, pdf } = argumentsSchema.parse(values);
  const log = fileLogger(path.join(workspace, 'log'));
  const die = (where: string) => (thrown: unknown) => {
    // The state after a bug nobody caught is unknown; the host starts a fresh core on the store, which is whole.
    log.bug(newBugId(), where, thrown);
    process.exit(1);
  };
  process.on('uncaughtException', die('uncaught exception'));
  process.on('unhandledRejection', die('unhandled rejection'));

  const port = hostPort();
  const program = programOf(import.meta.url);
  const ownPdf = machinePdf(program.rendererDir);
  const hostPdf = hostPdfPrinter(port);
  const engine = await openEngine({
    workspaceDir: workspace,
    resourcesDir: resources,
    programVersion: program.version,
    printPdf: pdf === 'host' ? hostPdf.print : ownPdf.print,
  });
  if (!engine.ok) {
    port.post({ kind: 'ready', result: engine });
    return;
  }
  port.onClose(() => {
    engine.value.close();
    void ownPdf.close().finally(() => process.exit(0));
  });
  serveEngine(port, engine.value, hostPdf.answered);
  port.post({ kind: 'ready', result: { ok: true, value: null } });
}

await main();

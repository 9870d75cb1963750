import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { SourceDocument } from '../../../shared/grid/source-document.ts';
import type { CancelSignal } from '../../../shared/rpc/cancel.ts';
import { describeFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReadContent } from './read-bytes.ts';
import { parseReply, type ReadReply } from './worker-messages.ts';

/** How long a worker waits for the next file of an import before it gives its memory back. */
const IDLE_MS = 10_000;
/** How long one that was prepared waits for its first file: somebody is choosing it. */
const PREPARED_MS = 120_000;
/** How often the memory of a worker at work is looked at. */
const WATCH_MS = 50;
/**
 * Where the JavaScript engine itself ends a worker. It must lie far above the limit that is watched: an allocation of
 * hundreds of MB at once that reaches it would end the whole process.
 */
const ENGINE_HEAP_MB = 3500;
/** Room for objects that soon are garbage, as most of what a reader makes: with less it is collected over and over. */
const YOUNG_HEAP_MB = 48;
const BYTES_PER_MB = 1024 * 1024;

interface Running {
  readonly worker: Worker;
  isBusy: boolean;
}

let running: Running | undefined;
let idleTimer: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();
let nextId = 1;

/** The worker's program: the source itself, or what the build made of it, beside this file or one folder up. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('worker.ts', import.meta.url);
  const beside = new URL('reader-worker.js', import.meta.url);
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../reader-worker.js', import.meta.url);
}

/** Starts the worker if none is running, so that it is loaded by the time there is a file to read. */
export function prepareReader(): void {
  rest(claimWorker(), PREPARED_MS);
}

function claimWorker(): Running {
  if (running) return running;
  const worker = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: ENGINE_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  // What a library prints about a foreign file is nobody's business. Listening to it would keep the process alive.
  worker.stdout.destroy();
  worker.stderr.destroy();
  // A reader at work is waited for by its promise; one at rest must not keep the process alive.
  worker.unref();
  const started: Running = { worker, isBusy: false };
  worker.on('error', () => forget(started));
  worker.on('exit', () => forget(started));
  running = started;
  return started;
}

/** Lets a worker go when nothing comes for a while. */
function rest(reader: Running, idleMs: number): void {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => {
    if (!reader.isBusy) stop(reader);
  }, idleMs);
  idleTimer.unref();
}

function forget(gone: Running): void {
  if (running === gone) running = undefined;
}

function stop(unwanted: Running | undefined): void {
  if (!unwanted) return;
  forget(unwanted);
  void unwanted.worker.terminate();
}

/** Bytes of the worker's heap in use; 0 where it has just ended. */
async function heapOf(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).used_heap_size;
  } catch {
    return 0;
  }
}

/**
 * Reads one file in the worker; files wait for each other, since a second worker would only double the memory.
 * @returns the document, or why there is none; `cancelled` when the signal came first
 */
export function readInWorker(
  content: ReadContent,
  name: string,
  limits: ReaderLimits,
  signal: CancelSignal,
): Promise<Result<SourceDocument, AppError>> {
  const turn = queue.then(() => readNow(content, name, limits, signal));
  queue = turn;
  return turn;
}

function readNow(
  content: ReadContent,
  name: string,
  limits: ReaderLimits,
  signal: CancelSignal,
): Promise<Result<SourceDocument, AppError>> {
  if (signal.aborted) return Promise.resolve(err({ kind: 'cancelled' }));
  const reader = claimWorker();
  reader.isBusy = true;
  const id = nextId;
  nextId += 1;
  return new Promise((resolve) => {
    let isDone = false;
    const finish = (result: Result<SourceDocument, AppError>): void => {
      isDone = true;
      clearTimeout(timer);
      reader.isBusy = false;
      signal.removeEventListener('abort', onAbort);
      reader.worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      rest(reader, IDLE_MS);
      resolve(result);
    };
    const onMessage = (reply: ReadReply): void => {
      if (reply.id !== id) return;
      finish(
        reply.result.ok ? ok(parseReply(reply.result.value)) : err(describeFault(reply.result.error, name, limits)),
      );
    };
    const onError = (error: Error & { readonly code?: string }): void => {
      const ranOut = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      finish(err({ kind: ranOut ? 'fileExpandsTooMuch' : 'fileDamaged', file: name }));
    };
    const onExit = (): void => finish(err({ kind: 'fileDamaged', file: name }));
    const onAbort = (): void => {
      stop(reader);
      finish(err({ kind: 'cancelled' }));
    };
    const onTimeout = (): void => {
      stop(reader);
      finish(err({ kind: 'fileTooSlow', file: name, limitSeconds: Math.ceil(limits.seconds) }));
    };
    const watch = async (): Promise<void> => {
      while (!isDone) {
        await delay(WATCH_MS, undefined, { ref: false });
        const heapBytes = await heapOf(reader.worker);
        if (isDone || heapBytes <= limits.heapMb * BYTES_PER_MB) continue;
        stop(reader);
        finish(err({ kind: 'fileExpandsTooMuch', file: name }));
      }
    };
    const timer = setTimeout(onTimeout, limits.seconds * 1000);
    signal.addEventListener('abort', onAbort);
    reader.worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    const transfer = 'bytes' in content && content.bytes.buffer instanceof ArrayBuffer ? [content.bytes.buffer] : [];
    reader.worker.postMessage({ id, name, content, limits }, transfer);
    void watch();
  });
}

import { existsSync } from 'node:fs';
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

interface Running {
  readonly worker: Worker;
  readonly heapMb: number;
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

/** Starts the worker if none is running, so that it is loaded by the time a file has been fetched from disk. */
export function prepareReader(limits: ReaderLimits): void {
  void claimWorker(limits);
}

function claimWorker(limits: ReaderLimits): Running {
  clearTimeout(idleTimer);
  if (running && running.heapMb === limits.heapMb) return running;
  stop(running);
  const worker = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: true,
    stderr: true,
  });
  // What a library prints about a foreign file is nobody's business.
  worker.stdout.resume();
  worker.stderr.resume();
  // A reader at work is waited for by its promise; one at rest must not keep the process alive.
  worker.unref();
  const started: Running = { worker, heapMb: limits.heapMb };
  worker.on('error', () => forget(started));
  worker.on('exit', () => forget(started));
  running = started;
  return started;
}

function forget(gone: Running): void {
  if (running === gone) running = undefined;
}

function stop(unwanted: Running | undefined): void {
  if (!unwanted) return;
  forget(unwanted);
  void unwanted.worker.terminate();
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
  const reader = claimWorker(limits);
  const id = nextId;
  nextId += 1;
  return new Promise((resolve) => {
    const finish = (result: Result<SourceDocument, AppError>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      reader.worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      if (running === reader) {
        idleTimer = setTimeout(() => stop(reader), IDLE_MS);
        idleTimer.unref();
      }
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
    const timer = setTimeout(onTimeout, limits.seconds * 1000);
    signal.addEventListener('abort', onAbort);
    reader.worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    const transfer = 'bytes' in content && content.bytes.buffer instanceof ArrayBuffer ? [content.bytes.buffer] : [];
    reader.worker.postMessage({ id, name, content, limits }, transfer);
  });
}

import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { CallOptions, CoreState } from '../../shared/rpc/client.ts';
import { type HostOnlyContract, hostOnlyContract } from '../../shared/rpc/contract.ts';
import type { InputOf, OutputOf, Progress } from '../../shared/rpc/method.ts';
import { fromCoreSchema } from '../../shared/rpc/wire.ts';
import type { CoreChild, StartCore } from './core-child.ts';
import { reportBug } from './report-bug.ts';
import { restartDelayMs } from './restart-policy.ts';

/** Turns a `PaperDocument` (as it came from the core, not yet parsed) into a pdf. */
export type HostPdfPrinter = (document: unknown) => Promise<Result<Uint8Array<ArrayBuffer>, AppError>>;

interface Options {
  readonly startCore: StartCore;
  /** Missing where the core prints by itself. */
  readonly printPdf?: HostPdfPrinter;
}

interface PendingCall {
  readonly settle: (result: Result<unknown, AppError>) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** How long a core may take to close its store before it is killed; the store survives that. */
const closeLimitMs = 5_000;

/**
 * Keeps one core running: starts it, carries calls to it, and starts it again when it dies. Calls under way at that
 * moment fail with `coreRestarted` (a save among them may or may not have happened); calls made while it is coming
 * back wait for it. When it dies too often it is left alone (`stopped`) until a minute has passed.
 */
export class CoreSupervisor {
  readonly #options: Options;
  readonly #pending = new Map<string, PendingCall>();
  readonly #listeners = new Set<(state: CoreState) => void>();
  readonly #crashTimesMs: number[] = [];
  #child: CoreChild | undefined;
  #state: CoreState = 'restarting';
  #whenSettled = Promise.withResolvers<void>();
  #startError: AppError | undefined;
  #hasBeenReady = false;
  #isClosing = false;
  #exited = Promise.resolve();
  #lastId = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  get state(): CoreState {
    return this.#state;
  }

  /**
   * Starts the core and waits until its store is open.
   * @returns why it could not open (then nothing runs), or `notConnected` when it kept crashing
   */
  async start(): Promise<Result<null, AppError>> {
    this.#launch();
    await this.#whenSettled.promise;
    return this.#state === 'ready' ? ok(null) : err(this.#startError ?? { kind: 'notConnected' });
  }

  /** Tells every change of state; returns the function that stops telling. */
  onState(listener: (state: CoreState) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Calls a method of the core. The input is parsed there.
   * @returns the core's answer, or `coreRestarted`, `notConnected`, `cancelled`; never throws
   */
  async call(method: string, input: unknown, options: CallOptions = {}): Promise<Result<unknown, AppError>> {
    if (this.#isClosing) return err({ kind: 'notConnected' });
    if (this.#state === 'stopped' && restartDelayMs(this.#crashTimesMs, performance.now()) !== null) this.#relaunch();
    if (this.#state === 'restarting') await this.#whenSettled.promise;
    const child = this.#child;
    if (this.#state !== 'ready' || child === undefined) return err({ kind: 'notConnected' });
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    return await this.#send(child, method, input, options);
  }

  /** Calls a method that only hosts may call. */
  async callOwn<N extends keyof HostOnlyContract>(
    method: N,
    input: InputOf<HostOnlyContract[N]>,
  ): Promise<Result<OutputOf<HostOnlyContract[N]>, AppError>> {
    const result = await this.call(method, input);
    const { output } = hostOnlyContract[method];
    return result.ok ? ok(output.parse(result.value) as OutputOf<HostOnlyContract[N]>) : result;
  }

  /** Closes the store and ends the core; ends it hard when it does not answer. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#isClosing = true;
    if (child !== undefined) {
      const limit = new AbortController();
      const isReady = this.#state === 'ready';
      if (isReady) void this.#send(child, 'core.close', {}, {});
      await Promise.race([this.#exited, sleep(isReady ? closeLimitMs : 0, undefined, { signal: limit.signal })]);
      limit.abort();
      child.kill();
      await this.#exited;
    }
    this.#setState('stopped');
  }

  #send(child: CoreChild, method: string, input: unknown, options: CallOptions): Promise<Result<unknown, AppError>> {
    const id = String(++this.#lastId);
    const { promise, resolve } = Promise.withResolvers<Result<unknown, AppError>>();
    const cancel = () => child.post({ kind: 'cancel', id });
    options.signal?.addEventListener('abort', cancel);
    this.#pending.set(id, {
      onProgress: options.onProgress,
      settle: (result) => {
        options.signal?.removeEventListener('abort', cancel);
        this.#pending.delete(id);
        resolve(result);
      },
    });
    child.post({ kind: 'request', id, method, input });
    return promise;
  }

  #launch(): void {
    const exited = Promise.withResolvers<void>();
    this.#exited = exited.promise;
    const child = this.#options.startCore({
      onMessage: (message) => this.#receive(child, message),
      onExit: () => {
        exited.resolve();
        this.#handleExit();
      },
    });
    this.#child = child;
  }

  #receive(child: CoreChild, raw: unknown): void {
    const message = fromCoreSchema.parse(raw);
    switch (message.kind) {
      case 'ready':
        if (message.result.ok) {
          this.#hasBeenReady = true;
          this.#setState('ready');
        } else if (this.#hasBeenReady) {
          // It opened before: whatever stands in the way may pass, as after any crash.
          child.kill();
        } else {
          this.#startError = message.result.error;
          this.#isClosing = true;
          child.kill();
        }
        return;
      case 'progress':
        this.#pending.get(message.id)?.onProgress?.(message);
        return;
      case 'response':
        this.#pending.get(message.id)?.settle(message.result);
        return;
      case 'pdfRequest':
        void this.#answerPdf(child, message.id, message.document);
        return;
    }
  }

  async #answerPdf(child: CoreChild, id: string, document: unknown): Promise<void> {
    const { printPdf } = this.#options;
    const result =
      printPdf === undefined
        ? err({ kind: 'browserMissing' } as const)
        : await printPdf(document).catch((error: unknown) => err(reportBug(error)));
    child.post({ kind: 'pdfResponse', id, result });
  }

  #handleExit(): void {
    this.#child = undefined;
    for (const call of [...this.#pending.values()]) call.settle(err({ kind: 'coreRestarted' }));
    if (this.#isClosing) {
      this.#setState('stopped');
      return;
    }
    this.#crashTimesMs.push(performance.now());
    this.#relaunch();
  }

  #relaunch(): void {
    const delayMs = restartDelayMs(this.#crashTimesMs, performance.now());
    this.#setState(delayMs === null ? 'stopped' : 'restarting');
    if (delayMs === null) return;
    setTimeout(() => {
      if (!this.#isClosing) this.#launch();
    }, delayMs);
  }

  #setState(state: CoreState): void {
    if (state === this.#state) return;
    if (state === 'restarting') this.#whenSettled = Promise.withResolvers();
    this.#state = state;
    if (state !== 'restarting') this.#whenSettled.resolve();
    for (const listener of this.#listeners) listener(state);
  }
}

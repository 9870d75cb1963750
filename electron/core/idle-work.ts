import { judgeBeside, refreshColumns } from './judge-saved.ts';
import { type Logger, newBugId } from './log/logger.ts';
import type { CoreServices } from './services.ts';

/** Small enough that a save never waits noticeably for it. */
const BATCH = 20;
/** Reading a form's indicators takes longer than indexing its text. */
const LIBRARY_BATCH = 5;
const QUIET_MS = 3_000;

/**
 * What the core does when nobody asks for anything: brings list columns up to date after saves and after a new version
 * of the program, its definitions or a year's subject table, and the search index and the indicator library after saves.
 */
export class IdleWork {
  readonly #services: CoreServices;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;
  /** What the columns are being brought up to, and how far that has come. */
  #refreshingTo = '';
  #lastRefreshed = 0;
  #isRefreshDone = false;
  #isStopped = false;

  constructor(services: CoreServices, log: Logger) {
    this.#services = services;
    this.#log = log;
  }

  /** Puts the work off until it has been quiet for a while. Called at every call. */
  postpone(): void {
    this.#schedule(QUIET_MS);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    // Idle work alone keeps no process alive.
    this.#timer = setTimeout(() => this.#work(), delayMs).unref();
  }

  #work(): void {
    try {
      judgeBeside(this.#services);
      if (this.#refreshSome() || this.#indexSome()) this.#schedule(0);
      else void this.#readIndicators();
    } catch (thrown) {
      this.#leave(thrown);
    }
  }

  /** A bug met here must not end the core again and again: it is noted, and the work is left. */
  #leave(thrown: unknown): void {
    this.#log.bug(newBugId(), 'idle work', thrown);
    this.stop();
  }

  async #readIndicators(): Promise<void> {
    try {
      if ((await this.#services.library.updateSome(LIBRARY_BATCH)) > 0) this.#schedule(0);
    } catch (thrown) {
      this.#leave(thrown);
    }
  }

  /** A failure here (a full disk) is met again, and told, at the next save. */
  #indexSome(): boolean {
    const indexed = this.#services.store.indexSome(BATCH);
    return indexed.ok && indexed.value > 0;
  }

  #refreshSome(): boolean {
    const { store, derivedBy } = this.#services;
    const { fingerprint } = derivedBy;
    if (this.#refreshingTo !== fingerprint) {
      this.#refreshingTo = fingerprint;
      this.#lastRefreshed = 0;
      this.#isRefreshDone = false;
    }
    if (this.#isRefreshDone) return false;
    const stale = store.stale(fingerprint, this.#lastRefreshed, BATCH);
    if (!stale.ok || stale.value.length === 0) {
      this.#isRefreshDone = true;
      return false;
    }
    this.#lastRefreshed = stale.value.at(-1)?.seq ?? this.#lastRefreshed;
    return refreshColumns(this.#services, stale.value).ok;
  }
}

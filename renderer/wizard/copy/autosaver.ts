import type { Answers } from '../../../shared/domain/answers.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { FormRecord } from '../../../shared/domain/record.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Clock } from '../../timing/clock.ts';

/** Where saving stands. `saved` is only said when the core has answered for exactly what is in the window. */
export type SaveState =
  | { readonly kind: 'saved'; readonly atMs: number | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Not saved, and why; tried again by itself. */
  | { readonly kind: 'failed'; readonly error: AppError }
  /** The form was changed or removed elsewhere; a person has to choose. */
  | { readonly kind: 'conflict'; readonly error: AppError };

export interface SavePort {
  save(
    parentRevision: string,
    answers: Answers,
  ): Promise<Result<{ readonly revision: string; readonly updatedAtMs: number }, AppError>>;
  load(): Promise<Result<FormRecord, AppError>>;
  /** True where two answers are the same once the core has brought them into shape. */
  isSame(a: Answers, b: Answers): boolean;
}

const QUIET_MS = 400;
const LONGEST_WAIT_MS = 2000;
const BACK_OFF_MS = [250, 500, 1000, 2000, 4000];
/** Nobody can mend a full disk in a second; a person can also press 重试. */
const SLOW_RETRY_MS = 15_000;

/**
 * Saves a working copy by itself: shortly after the last key, at the latest two seconds after the first, one save
 * at a time. Whatever goes wrong, the text stays where it is and saving is tried again.
 */
export class Autosaver {
  readonly #port: SavePort;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #current: Answers;
  #saved: Answers;
  #revision: string;
  #state: SaveState;
  #firstUnsavedMs: number | null = null;
  #cancelTimer: (() => void) | null = null;
  #inFlight: Promise<void> | null = null;
  #failures = 0;
  /** Sent, but the core died before it answered: it may or may not have been saved. */
  #uncertain: Answers | null = null;

  constructor(record: FormRecord, port: SavePort, clock: Clock) {
    this.#port = port;
    this.#clock = clock;
    this.#current = record.answers;
    this.#saved = record.answers;
    this.#revision = record.revision;
    this.#state = { kind: 'saved', atMs: record.updatedAtMs };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SaveState => this.#state;

  /** The revision the unsaved changes are made on. */
  get revision(): string {
    return this.#revision;
  }

  get isSaved(): boolean {
    return this.#state.kind === 'saved';
  }

  /** Tells what is in the window now. */
  contentChanged(answers: Answers): void {
    if (answers === this.#current) return;
    this.#current = answers;
    this.#firstUnsavedMs ??= this.#clock.now();
    if (this.#state.kind === 'saved') this.#setState({ kind: 'waiting' });
    if (this.#state.kind !== 'conflict') this.#schedule(this.#quietDelay());
  }

  /** Saves now what is not saved yet. Resolves to true once everything is, to false when it could not be. */
  async flush(): Promise<boolean> {
    this.#stopTimer();
    if (this.#inFlight !== null) await this.#inFlight;
    while (this.#current !== this.#saved && this.#state.kind !== 'conflict') {
      this.#stopTimer();
      await this.#send();
      if (this.#state.kind === 'failed') return false;
    }
    return this.isSaved;
  }

  /** Tries again at once (the core is back, the person pressed 重试). */
  retryNow(): void {
    if (this.#state.kind !== 'failed') return;
    this.#failures = 0;
    this.#schedule(0);
  }

  /** After a conflict: what is in the window goes on top of the newest revision. */
  keepMine(): void {
    if (this.#state.kind !== 'conflict') return;
    if (this.#state.error.kind === 'recordChanged') this.#revision = this.#state.error.revision;
    this.#setState({ kind: 'waiting' });
    this.#schedule(0);
  }

  /** After a conflict: what the core has is taken as the saved state; the caller shows it in the window. */
  takeTheirs(record: FormRecord): void {
    this.#revision = record.revision;
    this.#current = record.answers;
    this.#markSaved(record.answers, record.updatedAtMs);
  }

  #quietDelay(): number {
    const now = this.#clock.now();
    const latest = (this.#firstUnsavedMs ?? now) + LONGEST_WAIT_MS;
    return Math.max(0, Math.min(QUIET_MS, latest - now));
  }

  #schedule(delayMs: number): void {
    this.#stopTimer();
    if (this.#inFlight !== null) return;
    this.#cancelTimer = this.#clock.after(delayMs, () => {
      this.#cancelTimer = null;
      void this.#send();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  #send(): Promise<void> {
    this.#inFlight ??= this.#sendOnce().finally(() => {
      this.#inFlight = null;
      if (this.#state.kind === 'waiting') this.#schedule(this.#quietDelay());
      if (this.#state.kind === 'failed') this.#schedule(this.#retryDelay());
    });
    return this.#inFlight;
  }

  async #sendOnce(): Promise<void> {
    const content = this.#current;
    // A failure stays on show until a save succeeds; flickering back to 保存中 would hide it.
    if (this.#state.kind !== 'failed') this.#setState({ kind: 'saving' });
    const result = await this.#port.save(this.#revision, content);
    if (result.ok) {
      this.#revision = result.value.revision;
      this.#markSaved(content, result.value.updatedAtMs);
      return;
    }
    if (result.error.kind === 'recordChanged') await this.#settleChanged(result.error, content);
    else this.#fail(result.error, content);
  }

  #markSaved(content: Answers, atMs: number): void {
    this.#saved = content;
    this.#failures = 0;
    this.#uncertain = null;
    const isAll = content === this.#current;
    this.#firstUnsavedMs = isAll ? null : this.#clock.now();
    this.#setState(isAll ? { kind: 'saved', atMs } : { kind: 'waiting' });
  }

  #fail(error: AppError, content: Answers): void {
    this.#failures += 1;
    if (error.kind === 'recordMissing') {
      this.#setState({ kind: 'conflict', error });
      return;
    }
    if (isConnectionLoss(error)) this.#uncertain = content;
    this.#setState({ kind: 'failed', error });
  }

  /** The refusal may be our own doing: a save that went through while its answer was lost. */
  async #settleChanged(error: AppError, content: Answers): Promise<void> {
    const latest = await this.#port.load();
    if (!latest.ok) {
      this.#fail(latest.error, content);
      return;
    }
    const own = [content, this.#uncertain].find(
      (candidate) => candidate !== null && this.#port.isSame(candidate, latest.value.answers),
    );
    if (own) {
      this.#revision = latest.value.revision;
      this.#markSaved(own, latest.value.updatedAtMs);
    } else {
      this.#setState({ kind: 'conflict', error });
    }
  }

  #retryDelay(): number {
    const isLost = this.#state.kind === 'failed' && isConnectionLoss(this.#state.error);
    return isLost ? (BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length) - 1] ?? 0) : SLOW_RETRY_MS;
  }

  #setState(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** True where the core went away while it was asked: whether it saved is not known, and it will be back. */
function isConnectionLoss(error: AppError): boolean {
  return error.kind === 'coreRestarted' || error.kind === 'notConnected';
}

import type { Answers } from '../../../shared/domain/answers.ts';
import type { FormRecord } from '../../../shared/domain/record.ts';
import { err } from '../../../shared/domain/result.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { shapeAnswers, summaryTitle } from '../../../shared/forms/shape.ts';
import type { RpcClient } from '../../../shared/rpc/client.ts';
import type { Clock } from '../../timing/clock.ts';
import { Analyst } from './analysis.ts';
import type { SavePort, SaveState } from './autosaver.ts';
import { Autosaver } from './autosaver.ts';
import type { CopyStorage, EmergencyCopy } from './emergency-copy.ts';
import { forgetRescued, forgetUnsaved, keepCopy, listCopies, rescueCopy } from './emergency-copy.ts';
import { WorkingCopy } from './working-copy.ts';

/** A form that is open in the window, or left but not saved yet. */
export interface OpenCopy {
  readonly copy: WorkingCopy;
  readonly saver: Autosaver;
  readonly analyst: Analyst;
  /** What an earlier window could not save, until the person has taken or refused it. */
  rescued: EmergencyCopy | null;
}

/** The state of saving of the whole window. */
export interface WindowSaveState {
  /** The form it is about; null when everything is saved. */
  readonly recordId: string | null;
  readonly state: SaveState;
}

/** How often what is not saved is copied aside while someone types. */
const KEEP_EVERY_MS = 300;

type Rpc = Pick<RpcClient<never>, 'call' | 'onCoreState'>;

/**
 * All forms being filled in. A form that is left stays here until it is saved, so that leaving never has to ask,
 * and an error never costs text.
 */
export class OpenCopies {
  readonly #rpc: Rpc;
  readonly #clock: Clock;
  readonly #storage: CopyStorage;
  readonly #open = new Map<string, OpenCopy>();
  readonly #shown = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #lastSavedMs: number | null = null;
  #worst: WindowSaveState = { recordId: null, state: { kind: 'saved', atMs: null } };

  constructor(rpc: Rpc, storage: CopyStorage, clock: Clock) {
    this.#rpc = rpc;
    this.#storage = storage;
    this.#clock = clock;
    rpc.onCoreState((state) => {
      if (state === 'ready') this.retryAll();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The state of saving of the whole window: the worst of all open forms. */
  readonly saveState = (): WindowSaveState => this.#worst;

  /** The copy that is already open and not fully saved; it must not be read from the core again. */
  unsaved(recordId: string): OpenCopy | undefined {
    const open = this.#open.get(recordId);
    if (open) this.#shown.add(recordId);
    return open;
  }

  /** Opens a form as the core holds it. */
  open(record: FormRecord, definition: FormDefinition): OpenCopy {
    const existing = this.unsaved(record.id);
    if (existing) return existing;
    const copy = new WorkingCopy(record, definition, this.#clock.now);
    const saver = new Autosaver(record, this.#portFor(record.id, definition), this.#clock);
    const open: OpenCopy = {
      copy,
      saver,
      analyst: new Analyst(copy, this.#clock),
      rescued: this.#findRescued(record, definition),
    };
    this.#open.set(record.id, open);
    this.#shown.add(record.id);
    let cancelKeep: (() => void) | null = null;
    copy.subscribe(() => {
      saver.contentChanged(copy.answers);
      if (saver.isSaved) return;
      cancelKeep ??= this.#clock.after(KEEP_EVERY_MS, () => {
        cancelKeep = null;
        this.#keep(open);
      });
    });
    saver.subscribe(() => {
      const state = saver.state();
      if (state.kind === 'saved') {
        cancelKeep?.();
        cancelKeep = null;
        this.#lastSavedMs = state.atMs;
        forgetUnsaved(this.#storage, record.id);
        this.#closeIfDone(record.id);
      }
      this.#tell();
    });
    return open;
  }

  /** A form is no longer shown: it is saved at once and then let go. */
  leave(recordId: string): void {
    this.#shown.delete(recordId);
    const open = this.#open.get(recordId);
    if (!open) return;
    open.copy.seal();
    void open.saver.flush();
    this.#closeIfDone(recordId);
  }

  /** Saves everything now; true when all of it is. */
  async flushAll(): Promise<boolean> {
    const results = await Promise.all([...this.#open.values()].map(({ saver }) => saver.flush()));
    return results.every(Boolean);
  }

  retryAll(): void {
    for (const { saver } of this.#open.values()) saver.retryNow();
  }

  /**
   * The window goes away: copies aside what is not saved and sends it off.
   * @returns false when something would be lost, so that the browser may ask.
   */
  beforeUnload(): boolean {
    let isSafe = true;
    for (const open of this.#open.values()) {
      if (open.saver.isSaved) continue;
      isSafe = this.#keep(open) && isSafe;
      void open.saver.flush();
    }
    return isSafe;
  }

  /** What earlier windows could not save, of forms that are not open now. */
  rescuedCopies(): EmergencyCopy[] {
    return listCopies(this.#storage).filter(({ recordId }) => !this.#open.has(recordId));
  }

  /** After a conflict: shows what the core has; undo brings back what was in the window. */
  takeNewest(record: FormRecord): void {
    const open = this.#open.get(record.id);
    open?.copy.replaceAll(record.answers, '查看最新内容');
    open?.saver.takeTheirs(record);
  }

  /** What an earlier window could not save of a form that is open. */
  rescuedOf(recordId: string): EmergencyCopy | null {
    return this.#open.get(recordId)?.rescued ?? null;
  }

  /** The person does not want what an earlier window could not save. */
  refuseRescued(recordId: string): void {
    const open = this.#open.get(recordId);
    if (open) open.rescued = null;
    forgetRescued(this.#storage, recordId);
    forgetUnsaved(this.#storage, recordId);
    this.#tell();
  }

  /** Puts what an earlier window could not save back into the form; it can be undone. */
  takeRescued(recordId: string): void {
    const open = this.#open.get(recordId);
    if (!open?.rescued) return;
    open.copy.replaceAll(open.rescued.answers, '恢复未保存的内容');
    this.#keep(open);
    open.rescued = null;
    forgetRescued(this.#storage, recordId);
    this.#tell();
  }

  #findRescued(record: FormRecord, definition: FormDefinition): EmergencyCopy | null {
    const found = rescueCopy(this.#storage, record.id);
    if (!found) return null;
    if (!isSameShaped(definition, found.answers, record.answers)) return found;
    forgetRescued(this.#storage, record.id);
    return null;
  }

  #portFor(id: string, definition: FormDefinition): SavePort {
    return {
      save: (parentRevision, answers) => this.#rpc.call('record.save', { id, parentRevision, answers }),
      load: async () => {
        const result = await this.#rpc.call('record.get', { ids: [id] });
        if (!result.ok) return result;
        const [record] = result.value;
        return record ? { ok: true, value: record } : err({ kind: 'recordMissing', id });
      },
      isSame: (a, b) => isSameShaped(definition, a, b),
    };
  }

  #keep({ copy }: OpenCopy): boolean {
    const { recordId, definition, answers } = copy;
    const title = summaryTitle(definition, answers);
    return keepCopy(this.#storage, { recordId, title, atMs: this.#clock.now(), answers });
  }

  #closeIfDone(recordId: string): void {
    const open = this.#open.get(recordId);
    if (!open || this.#shown.has(recordId) || !open.saver.isSaved) return;
    open.analyst.dispose();
    this.#open.delete(recordId);
  }

  #tell(): void {
    const order = ['saved', 'waiting', 'saving', 'failed', 'conflict'];
    let worst: WindowSaveState = { recordId: null, state: { kind: 'saved', atMs: this.#lastSavedMs } };
    for (const [recordId, { saver }] of this.#open) {
      const state = saver.state();
      if (order.indexOf(state.kind) > order.indexOf(worst.state.kind)) worst = { recordId, state };
    }
    this.#worst = worst;
    for (const listener of this.#listeners) listener();
  }
}

function isSameShaped(definition: FormDefinition, a: Answers, b: Answers): boolean {
  return JSON.stringify(shapeAnswers(definition, a)) === JSON.stringify(shapeAnswers(definition, b));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../../electron/core/engine.ts';
import type { Clock } from '../../../../renderer/timing/clock.ts';
import type { CopyStorage } from '../../../../renderer/wizard/copy/emergency-copy.ts';
import { listCopies } from '../../../../renderer/wizard/copy/emergency-copy.ts';
import type { OpenCopy } from '../../../../renderer/wizard/copy/open-copies.ts';
import { OpenCopies } from '../../../../renderer/wizard/copy/open-copies.ts';
import { fieldText } from '../../../../shared/domain/answers.ts';
import type { AppError } from '../../../../shared/domain/app-error.ts';
import type { FormRecord } from '../../../../shared/domain/record.ts';
import { err } from '../../../../shared/domain/result.ts';
import type { CoreState, RpcClient } from '../../../../shared/rpc/client.ts';
import { sampleDefinition, sampleYear, soundAnswers } from '../../../support/sample-form.ts';

const resourcesDir = fileURLToPath(new URL('../../../../resources', import.meta.url));

/** What happens to a save on its way: refused before the core sees it, or its answer lost after. */
type Fault = { readonly when: 'before' | 'after'; readonly error: AppError };

/** A window on a real core, with a clock that is moved by hand. */
class Window {
  readonly clock: Clock & { advance(ms: number): Promise<void> };
  readonly rpc: Pick<RpcClient<never>, 'call' | 'onCoreState'>;
  readonly copies: OpenCopies;
  saves = 0;
  fault: Fault | null = null;
  #core: (state: CoreState) => void = () => undefined;

  constructor(engine: () => Engine, storage: CopyStorage) {
    let nowMs = Date.now();
    let pending = 0;
    let timers: { readonly atMs: number; readonly run: () => void }[] = [];
    const settle = async () => {
      do await new Promise((resolve) => setImmediate(resolve));
      while (pending > 0);
      await new Promise((resolve) => setImmediate(resolve));
    };
    this.clock = {
      now: () => nowMs,
      lastKeyMs: () => 0,
      after: (delayMs, run) => {
        const timer = { atMs: nowMs + delayMs, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      advance: async (ms) => {
        const endMs = nowMs + ms;
        for (;;) {
          await settle();
          const [next] = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
          if (!next) break;
          nowMs = Math.max(nowMs, next.atMs);
          timers = timers.filter((other) => other !== next);
          next.run();
        }
        nowMs = endMs;
      },
    };
    const send = async (method: string, input: unknown) => {
      const fault = method === 'record.save' ? this.fault : null;
      if (method === 'record.save') this.saves += 1;
      if (fault?.when === 'before') return err(fault.error);
      const context = { signal: new AbortController().signal, onProgress: () => undefined };
      const result = await engine().call(method, input, context);
      return fault ? err(fault.error) : result;
    };
    this.rpc = {
      call: (async (method: string, input: unknown) => {
        pending += 1;
        try {
          return await send(method, input);
        } finally {
          pending -= 1;
        }
      }) as RpcClient<never>['call'],
      onCoreState: (listener) => {
        this.#core = listener;
        return () => undefined;
      },
    };
    this.copies = new OpenCopies(this.rpc, storage, this.clock);
  }

  tellCore(state: CoreState): void {
    this.#core(state);
  }

  async open(id: string): Promise<OpenCopy> {
    return this.copies.unsaved(id) ?? this.copies.open(await this.read(id), sampleDefinition);
  }

  async read(id: string): Promise<FormRecord> {
    const result = await this.rpc.call('record.get', { ids: [id] });
    const record = result.ok ? result.value[0] : undefined;
    if (!record) throw new Error('record not there');
    return record;
  }
}

function memoryStorage(): CopyStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

describe('OpenCopies on a real core', () => {
  let workspaceDir: string;
  let engine: Engine;
  let storage: CopyStorage;
  let window: Window;
  let id: string;

  beforeEach(async () => {
    workspaceDir = mkdtempSync(path.join(tmpdir(), 'xiancai-copies-'));
    const printPdf = () => Promise.resolve(err({ kind: 'browserMissing' } as const));
    const opened = await openEngine({ workspaceDir, resourcesDir, programVersion: '0.0.0', printPdf });
    if (!opened.ok) throw new Error(opened.error.kind);
    engine = opened.value;
    storage = memoryStorage();
    window = new Window(() => engine, storage);
    const created = await window.rpc.call('record.create', {
      definitionId: sampleDefinition.id,
      fiscalYear: sampleYear,
      answers: soundAnswers,
    });
    if (!created.ok) throw new Error(created.error.kind);
    id = created.value.id;
  });

  afterEach(() => {
    engine.close();
    rmSync(workspaceDir, { recursive: true, force: true });
  });

  const savedName = async () => fieldText((await window.read(id)).answers, 'projectName');

  it('saves within half a second of the last key, and says so only then', async () => {
    const { copy, saver } = await window.open(id);
    copy.setText('projectName', '甲');
    expect(saver.state().kind).toBe('waiting');
    await window.clock.advance(300);
    copy.setText('projectName', '甲乙');
    await window.clock.advance(300);
    expect(window.saves).toBe(0);
    await window.clock.advance(200);
    expect(saver.state().kind).toBe('saved');
    expect(await savedName()).toBe('甲乙');
  });

  it('saves at the latest two seconds after the first key, however long one types', async () => {
    const { copy } = await window.open(id);
    for (let key = 0; key < 11; key += 1) {
      copy.setText('projectName', '甲'.repeat(key + 1));
      await window.clock.advance(200);
    }
    expect(window.saves).toBeGreaterThan(0);
  });

  it('leaves what was typed as it was typed, and saves it in shape', async () => {
    const { copy } = await window.open(id);
    copy.setText('projectName', ' 甲 ');
    await window.copies.flushAll();
    expect(fieldText(copy.answers, 'projectName')).toBe(' 甲 ');
    expect(await savedName()).toBe('甲');
  });

  it('goes on by itself once a core that died is back', async () => {
    const { copy, saver } = await window.open(id);
    window.fault = { when: 'before', error: { kind: 'coreRestarted' } };
    copy.setText('projectName', '甲');
    await window.clock.advance(3000);
    expect(saver.state()).toEqual({ kind: 'failed', error: { kind: 'coreRestarted' } });
    expect(listCopies(storage)).toHaveLength(1);
    window.fault = null;
    window.tellCore('ready');
    await window.clock.advance(1);
    expect(saver.state().kind).toBe('saved');
    expect(await savedName()).toBe('甲');
    expect(listCopies(storage)).toEqual([]);
  });

  it('takes a save whose answer was lost for what it was', async () => {
    const { copy, saver } = await window.open(id);
    window.fault = { when: 'after', error: { kind: 'coreRestarted' } };
    copy.setText('projectName', '甲');
    await window.clock.advance(500);
    copy.seal();
    copy.setText('projectName', '乙');
    window.fault = null;
    await window.clock.advance(5000);
    expect(saver.state().kind).toBe('saved');
    expect(await savedName()).toBe('乙');
  });

  it('keeps trying while the disk is full, at once when asked', async () => {
    const { copy, saver } = await window.open(id);
    window.fault = { when: 'before', error: { kind: 'diskFull', target: 'D盘' } };
    copy.setText('projectName', '甲');
    await window.clock.advance(1000);
    const tried = window.saves;
    await window.clock.advance(20_000);
    expect(window.saves).toBeGreaterThan(tried);
    expect(window.copies.saveState().state.kind).toBe('failed');
    window.fault = null;
    saver.retryNow();
    await window.clock.advance(1);
    expect(await savedName()).toBe('甲');
  });

  it('never overwrites what was changed elsewhere before a person has chosen', async () => {
    const { copy, saver } = await window.open(id);
    const elsewhere = new Window(() => engine, memoryStorage());
    (await elsewhere.open(id)).copy.setText('projectName', '别处');
    await elsewhere.copies.flushAll();

    copy.setText('projectName', '这里');
    await window.clock.advance(1000);
    expect(saver.state().kind).toBe('conflict');
    expect(await savedName()).toBe('别处');

    saver.keepMine();
    await window.clock.advance(1000);
    expect(await savedName()).toBe('这里');
  });

  it('shows the newest on request, and brings mine back by undo', async () => {
    const { copy, saver } = await window.open(id);
    const elsewhere = new Window(() => engine, memoryStorage());
    (await elsewhere.open(id)).copy.setText('projectName', '别处');
    await elsewhere.copies.flushAll();
    copy.setText('projectName', '这里');
    await window.clock.advance(1000);

    const newest = await window.read(id);
    window.copies.takeNewest(newest);
    expect(saver.state().kind).toBe('saved');
    copy.undo();
    await window.clock.advance(1000);
    expect(await savedName()).toBe('这里');
  });

  it('saves what is left, without being asked', async () => {
    const { copy } = await window.open(id);
    copy.setText('projectName', '甲');
    window.copies.leave(id);
    await window.clock.advance(1);
    expect(await savedName()).toBe('甲');
    expect(window.copies.unsaved(id)).toBeUndefined();
  });

  it('holds what could not be saved, and gives it again when the form is opened again', async () => {
    const { copy } = await window.open(id);
    window.fault = { when: 'before', error: { kind: 'readOnly', target: 'D盘' } };
    copy.setText('projectName', '甲');
    window.copies.leave(id);
    await window.clock.advance(1000);
    const again = await window.open(id);
    expect(fieldText(again.copy.answers, 'projectName')).toBe('甲');
    expect(again.saver.state().kind).toBe('failed');
  });

  it('offers after a crash of the window what it had not saved', async () => {
    const { copy } = await window.open(id);
    window.fault = { when: 'before', error: { kind: 'notConnected' } };
    copy.setText('projectName', '没来得及');
    await window.clock.advance(350);

    const next = new Window(() => engine, storage);
    expect(next.copies.rescuedCopies().map(({ recordId }) => recordId)).toEqual([id]);
    const opened = await next.open(id);
    expect(fieldText(opened.copy.answers, 'projectName')).toBe(fieldText(soundAnswers, 'projectName'));
    next.copies.takeRescued(id);
    await next.clock.advance(1000);
    expect(await savedName()).toBe('没来得及');
    expect(listCopies(storage)).toEqual([]);
  });

  it('offers nothing when the window had saved everything after all', async () => {
    const { copy } = await window.open(id);
    window.fault = { when: 'after', error: { kind: 'notConnected' } };
    copy.setText('projectName', '存上了');
    await window.clock.advance(450);
    const next = new Window(() => engine, storage);
    expect((await next.open(id)).rescued).toBeNull();
    expect(listCopies(storage)).toEqual([]);
  });

  it('keeps a form that was removed elsewhere in the window until it is restored', async () => {
    const { copy, saver } = await window.open(id);
    await window.rpc.call('record.remove', { ids: [id] });
    copy.setText('projectName', '甲');
    await window.clock.advance(1000);
    expect(saver.state()).toMatchObject({ kind: 'conflict', error: { kind: 'recordMissing' } });
    await window.rpc.call('record.restore', { ids: [id] });
    saver.keepMine();
    await window.clock.advance(1000);
    expect(await savedName()).toBe('甲');
  });
});

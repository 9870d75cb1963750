import { describe, expect, it } from 'vitest';
import type { CopyStorage } from '../../../../../renderer/wizard/copy/emergency-copy.ts';
import {
  forgetRescued,
  forgetUnsaved,
  keepCopy,
  listCopies,
  rescueCopy,
} from '../../../../../renderer/wizard/copy/emergency-copy.ts';
import { soundAnswers } from '../../../../support/sample-form.ts';

/** A storage as browsers have it, with room for a number of characters. */
function storageOf(room = Number.POSITIVE_INFINITY): CopyStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

const copy = { recordId: 'a', title: '图书馆', atMs: 5, answers: soundAnswers };

describe('emergency copies', () => {
  it('come back as they were', () => {
    const storage = storageOf();
    expect(keepCopy(storage, copy)).toBe(true);
    expect(rescueCopy(storage, 'a')).toEqual(copy);
  });

  it('of an earlier window are kept apart from what is typed now', () => {
    const storage = storageOf();
    keepCopy(storage, copy);
    rescueCopy(storage, 'a');
    keepCopy(storage, { ...copy, atMs: 9, answers: { projectName: '新' } });
    forgetUnsaved(storage, 'a');
    expect(rescueCopy(storage, 'a')).toEqual(copy);
    forgetRescued(storage, 'a');
    expect(rescueCopy(storage, 'a')).toBeUndefined();
  });

  it('are listed once per form, the latest first', () => {
    const storage = storageOf();
    keepCopy(storage, copy);
    rescueCopy(storage, 'a');
    keepCopy(storage, { ...copy, atMs: 9 });
    keepCopy(storage, { ...copy, recordId: 'b', atMs: 7 });
    storage.setItem('xiancai.split', '0.5');
    expect(listCopies(storage).map(({ recordId, atMs }) => [recordId, atMs])).toEqual([
      ['a', 9],
      ['b', 7],
    ]);
  });

  it('that are damaged are left out', () => {
    const storage = storageOf();
    storage.setItem('xiancai.unsaved.a', '{"recordId":');
    storage.setItem('xiancai.unsaved.b', '{"recordId":1}');
    expect(listCopies(storage)).toEqual([]);
    expect(rescueCopy(storage, 'a')).toBeUndefined();
  });

  it('say when there is no room for them', () => {
    expect(keepCopy(storageOf(10), copy)).toBe(false);
  });
});

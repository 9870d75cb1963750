import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { answersSchema } from '../../../shared/domain/answers.ts';

/** What the window of now has not saved yet. */
const UNSAVED = 'xiancai.unsaved.';
/** What an earlier window did not save; waits for the person to take or refuse it while new text is typed. */
const RESCUED = 'xiancai.rescued.';

const emergencyCopySchema = z.strictObject({
  recordId: z.string(),
  title: z.string(),
  atMs: z.int(),
  answers: answersSchema,
});

/** What was in the window and not yet saved, kept where it survives the window. */
export interface EmergencyCopy {
  readonly recordId: string;
  /** The form's name, so that a list can say what it holds. */
  readonly title: string;
  readonly atMs: number;
  readonly answers: Answers;
}

export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps a copy; false when the browser has no room for it. */
export function keepCopy(storage: CopyStorage, copy: EmergencyCopy): boolean {
  try {
    storage.setItem(UNSAVED + copy.recordId, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what the window of now had not saved, once it is saved. */
export function forgetUnsaved(storage: CopyStorage, recordId: string): void {
  storage.removeItem(UNSAVED + recordId);
}

/** Forgets what an earlier window left, once the person has taken or refused it. */
export function forgetRescued(storage: CopyStorage, recordId: string): void {
  storage.removeItem(RESCUED + recordId);
}

function readCopy(text: string | null): EmergencyCopy | undefined {
  if (text === null) return undefined;
  try {
    return emergencyCopySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * What an earlier window left of a form that is being opened; undefined when there is nothing, or it cannot be
 * read. From now on it is kept apart from what the window of now has not saved.
 */
export function rescueCopy(storage: CopyStorage, recordId: string): EmergencyCopy | undefined {
  const text = storage.getItem(UNSAVED + recordId);
  const unsaved = readCopy(text);
  if (text === null || !unsaved) return readCopy(storage.getItem(RESCUED + recordId));
  storage.removeItem(UNSAVED + recordId);
  storage.setItem(RESCUED + recordId, text);
  return unsaved;
}

/** All copies kept, one per form, the latest first. */
export function listCopies(storage: CopyStorage): EmergencyCopy[] {
  const copies = new Map<string, EmergencyCopy>();
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index) ?? '';
    const copy = key.startsWith(UNSAVED) || key.startsWith(RESCUED) ? readCopy(storage.getItem(key)) : undefined;
    const other = copy && copies.get(copy.recordId);
    if (copy && (!other || other.atMs < copy.atMs)) copies.set(copy.recordId, copy);
  }
  return [...copies.values()].sort((a, b) => b.atMs - a.atMs);
}

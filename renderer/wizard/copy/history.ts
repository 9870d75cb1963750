/** One step that can be taken back. */
export interface HistoryStep<T> {
  readonly before: T;
  readonly after: T;
  /** What was done, for people (`修改 项目名称`). */
  readonly label: string;
  readonly mergeKey: string | null;
  readonly atMs: number;
}

/** Steps done and steps taken back, latest last in both. */
export interface History<T> {
  readonly past: readonly HistoryStep<T>[];
  readonly future: readonly HistoryStep<T>[];
  /** True once the latest step is finished, so that typing on begins a new one. */
  readonly isSealed: boolean;
}

const MAX_STEPS = 500;
/** A pause in typing after which going on is a new step; a whole paragraph should not vanish at one Ctrl+Z. */
const PAUSE_MS = 2000;

/** A history in which nothing has happened yet. */
export function emptyHistory<T>(): History<T> {
  return { past: [], future: [], isSealed: true };
}

/**
 * Adds a step. Steps with the same merge key that follow without a pause become one (typing in one field).
 * What had been taken back before can no longer be done again.
 */
export function addStep<T>(history: History<T>, step: HistoryStep<T>): History<T> {
  const last = history.past.at(-1);
  const mergesWithLast =
    last !== undefined &&
    !history.isSealed &&
    step.mergeKey !== null &&
    last.mergeKey === step.mergeKey &&
    step.atMs - last.atMs <= PAUSE_MS;
  const past = mergesWithLast
    ? [...history.past.slice(0, -1), { ...step, before: last.before }]
    : [...history.past.slice(1 - MAX_STEPS), step];
  return { past, future: [], isSealed: false };
}

/** Ends the latest step: typing on in the same field begins a new one. */
export function seal<T>(history: History<T>): History<T> {
  return history.isSealed ? history : { ...history, isSealed: true };
}

/** Takes the latest step back; undefined when there is none. */
export function undoStep<T>(history: History<T>): { history: History<T>; step: HistoryStep<T> } | undefined {
  const step = history.past.at(-1);
  if (!step) return undefined;
  return { history: { past: history.past.slice(0, -1), future: [...history.future, step], isSealed: true }, step };
}

/** Does the step again that was taken back last; undefined when there is none. */
export function redoStep<T>(history: History<T>): { history: History<T>; step: HistoryStep<T> } | undefined {
  const step = history.future.at(-1);
  if (!step) return undefined;
  return { history: { past: [...history.past, step], future: history.future.slice(0, -1), isSealed: true }, step };
}

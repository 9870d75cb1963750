import type { CallContext } from '../../../shared/rpc/method.ts';

/** A call that nobody cancels and whose progress nobody watches. */
export const noCancel: CallContext = { signal: new AbortController().signal, onProgress: () => undefined };

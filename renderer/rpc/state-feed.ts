import type { CoreState } from '../../shared/rpc/client.ts';

/** Passes the state of the core on to whoever listens, as often as it changes and no more. */
export class StateFeed {
  readonly #listeners = new Set<(state: CoreState) => void>();
  #last: CoreState = 'ready';

  tell(state: CoreState): void {
    if (state === this.#last) return;
    this.#last = state;
    for (const listener of [...this.#listeners]) listener(state);
  }

  /** Returns the function that ends it. A listener that comes while the core is away is told so at once. */
  listen(listener: (state: CoreState) => void): () => void {
    this.#listeners.add(listener);
    if (this.#last !== 'ready') listener(this.#last);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

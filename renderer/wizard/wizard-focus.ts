/** Where the person is in a form, and where they asked to be taken. */
export interface FocusState {
  /** Path of the field or cell that was entered last; marked on the paper. */
  readonly path: string | null;
  /** Path that is to be entered as soon as its step is on show. */
  readonly requested: string | null;
}

/** Joins the fields, the sheet and the paper: each tells where one is, and can send one elsewhere. */
export class WizardFocus {
  readonly #listeners = new Set<() => void>();
  #state: FocusState = { path: null, requested: null };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): FocusState => this.#state;

  /** The person wants to be there. */
  readonly request = (path: string): void => this.#set({ path, requested: path });

  /** The person is there. */
  readonly entered = (path: string): void => {
    if (this.#state.path === path && this.#state.requested === null) return;
    this.#set({ path, requested: null });
  };

  #set(state: FocusState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

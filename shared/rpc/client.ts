import type { AppError } from '../domain/app-error.ts';
import type { Result } from '../domain/result.ts';
import type { CancelSignal } from './cancel.ts';
import type { PageContract } from './contract.ts';
import type { InputOf, OutputOf, Progress } from './method.ts';

/** Options of a call: progress of long work, and a signal that cancels it. */
export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: CancelSignal;
}

/** State of the core as the page sees it; shown at the foot of the window. `stopped`: it does not come back by itself. */
export type CoreState = 'ready' | 'restarting' | 'stopped';

/** What the page calls; implemented over Electron's ipc and over http in browser mode. */
export interface RpcClient<PickedFile> {
  call<N extends keyof PageContract>(
    method: N,
    input: InputOf<PageContract[N]>,
    options?: CallOptions,
  ): Promise<Result<OutputOf<PageContract[N]>, AppError>>;
  /** Names files a person dropped or chose in the page, so that `import.read` can take them; no path comes back. */
  registerFiles(
    files: readonly PickedFile[],
  ): Promise<Result<readonly { readonly token: string; readonly name: string }[], AppError>>;
  /** Hands a written export to the person: a download in browser mode, nothing in Electron (it is where they chose). */
  deliver(target: { readonly token: string; readonly name: string }): Promise<void>;
  /** Tells when the core dies and is back; returns the function that stops telling. */
  onCoreState(listener: (state: CoreState) => void): () => void;
}

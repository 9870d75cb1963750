/** The name under which Electron's preload script gives the bridge to the page, as a global. */
export const pageBridgeName = 'xiancai';

/** The two channels of Electron's ipc: the page asks on one, hears on the other. */
export const pageChannel = { rpc: 'rpc', event: 'event' } as const;

/** What Electron's preload script gives the page: these and nothing else. Answers are parsed by whoever calls. */
export interface PageBridge<PickedFile> {
  call(id: string, method: string, input: unknown): Promise<unknown>;
  cancel(id: string): Promise<unknown>;
  registerFiles(files: readonly PickedFile[]): Promise<unknown>;
  /** Returns the function that stops telling. */
  onEvent(listener: (event: unknown) => void): () => void;
}

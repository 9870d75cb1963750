import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { CallOptions, RpcClient } from '../../shared/rpc/client.ts';
import { coreContract, hostContract, type PageContract } from '../../shared/rpc/contract.ts';
import type { OutputOf } from '../../shared/rpc/method.ts';

/** How messages reach the host; what `makeClient` needs beside it is the same everywhere. */
export interface Transport extends Pick<RpcClient<File>, 'registerFiles' | 'deliver' | 'onCoreState'> {
  /** Carries one call; resolves to the host's answer, whatever happens on the way. */
  send(method: string, input: unknown, options: CallOptions): Promise<Result<unknown, AppError>>;
}

const pageContract = { ...coreContract, ...hostContract };

/** Makes the page's client on a transport; outputs are parsed, so that what the page works on is what the contract says. */
export function makeClient(transport: Transport): RpcClient<File> {
  return {
    call: async (method, input, options = {}) => {
      if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
      const result = await transport.send(method, input, options);
      return result.ok ? ok(parseOutput(method, result.value)) : result;
    },
    registerFiles: (files) => transport.registerFiles(files),
    deliver: (target) => transport.deliver(target),
    onCoreState: (listener) => transport.onCoreState(listener),
  };
}

function parseOutput<N extends keyof PageContract>(method: N, value: unknown): OutputOf<PageContract[N]> {
  // The schema of a method and the type derived from it belong together; the compiler loses that over a union.
  return pageContract[method].output.parse(value) as OutputOf<PageContract[N]>;
}

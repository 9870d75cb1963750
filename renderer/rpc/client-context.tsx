import { createContext, type ReactNode, useContext } from 'react';
import type { RpcClient } from '../../shared/rpc/client.ts';

const RpcContext = createContext<RpcClient<File> | null>(null);

/** Gives the page below it the client. */
export function RpcProvider({ client, children }: { readonly client: RpcClient<File>; readonly children: ReactNode }) {
  return <RpcContext value={client}>{children}</RpcContext>;
}

/**
 * The client for calls to the core and the host.
 * @throws outside of `RpcProvider`, which is a bug
 */
export function useRpc(): RpcClient<File> {
  const client = useContext(RpcContext);
  if (client === null) throw new Error('useRpc needs an RpcProvider above it');
  return client;
}

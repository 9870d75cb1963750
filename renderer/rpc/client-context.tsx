import { createContext, type ReactNode, useContext, useState } from 'react';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { connectToHost } from './connect.ts';

const RpcContext = createContext<RpcClient<File> | null>(null);

/** Gives the page below it the client of the host that shows it, or the one named. */
export function RpcProvider(props: { readonly client?: RpcClient<File>; readonly children: ReactNode }) {
  const [client] = useState(() => props.client ?? connectToHost());
  return <RpcContext value={client}>{props.children}</RpcContext>;
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

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CoreState } from '../../shared/rpc/client.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { windowClock } from '../timing/clock.ts';
import type { WindowSaveState } from '../wizard/copy/open-copies.ts';
import { OpenCopies } from '../wizard/copy/open-copies.ts';

const CoreStateContext = createContext<CoreState>('ready');
const CopiesContext = createContext<OpenCopies | null>(null);

/** Holds the forms being filled in for as long as the window lives, whatever screen is shown. */
export function CopiesProvider({ children }: { readonly children: ReactNode }) {
  const rpc = useRpc();
  const copies = useMemo(() => new OpenCopies(rpc, window.localStorage, windowClock), [rpc]);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!copies.beforeUnload()) event.preventDefault();
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') copies.beforeUnload();
    };
    const onBlur = () => void copies.flushAll();
    window.addEventListener('beforeunload', onBeforeUnload);
    window.addEventListener('blur', onBlur);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      window.removeEventListener('blur', onBlur);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [copies]);
  const [core, setCore] = useState<CoreState>('ready');
  useEffect(() => rpc.onCoreState(setCore), [rpc]);
  return (
    <CopiesContext value={copies}>
      <CoreStateContext value={core}>{children}</CoreStateContext>
    </CopiesContext>
  );
}

/** The forms being filled in. Only below `CopiesProvider`. */
export function useCopies(): OpenCopies {
  const copies = useContext(CopiesContext);
  if (!copies) throw new Error('useCopies outside CopiesProvider');
  return copies;
}

/** The state of saving of the whole window. */
export function useSaveState(): WindowSaveState {
  const copies = useCopies();
  return useSyncExternalStore(copies.subscribe, copies.saveState);
}

/** Whether the core answers. */
export function useCoreState(): CoreState {
  return useContext(CoreStateContext);
}

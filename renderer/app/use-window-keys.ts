import { useEffect, useEffectEvent } from 'react';

/**
 * Listens to the keys of the whole window, after whatever has the focus has had its say: a field that handles a
 * key itself stops it from coming here.
 */
export function useWindowKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const listener = useEffectEvent(onKeyDown);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => listener(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

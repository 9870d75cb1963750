import { useEffect, useState } from 'react';
import { useCopies } from './copies-context.tsx';

/** True once what was typed elsewhere in the window is saved (or cannot be), so that what is read is up to date. */
export function useSettled(): boolean {
  const copies = useCopies();
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    let isGone = false;
    const settle = async () => {
      await copies.flushAll();
      if (!isGone) setIsSettled(true);
    };
    void settle();
    return () => {
      isGone = true;
    };
  }, [copies]);
  return isSettled;
}

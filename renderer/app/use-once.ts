import { useCallback, useRef } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';

type Work = () => Promise<AppError | null>;

/** Does one piece of work at a time: a second click while the first is at work means the same, and comes to nothing. */
export function useOnce(): (work: Work) => Promise<AppError | null> {
  const isAtWork = useRef(false);
  return useCallback(async (work) => {
    if (isAtWork.current) return null;
    isAtWork.current = true;
    try {
      return await work();
    } finally {
      isAtWork.current = false;
    }
  }, []);
}

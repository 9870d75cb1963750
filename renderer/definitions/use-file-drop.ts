import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Takes files that are dropped anywhere on the window: beside a drop zone a browser would open the file in place of the
 * program.
 * @returns whether something is being dragged over the window
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    document.addEventListener('drop', (event) => drop(event), { signal });
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setIsOver(false), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setIsOver(true);
      },
      { signal },
    );
    return () => abort.abort();
  }, []);
  return isOver;
}

import { useEffect, useEffectEvent, useState } from 'react';
import './file-drop.css';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes files that are dropped anywhere in the window, and says so while they hang over it. Left to itself, a browser
 * opens the file in place of the program.
 */
export function FileDrop({
  onFiles,
}: {
  /** Null where the screen takes files itself. */
  readonly onFiles: ((files: readonly File[]) => void) | null;
}) {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    setIsOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles?.(files);
  });
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const listen = (type: 'dragover' | 'dragleave' | 'drop', take: (event: DragEvent) => void) =>
      window.addEventListener(type, take, { signal });
    listen('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    });
    listen('dragleave', (event) => event.relatedTarget === null && setIsOver(false));
    listen('drop', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      drop(event);
    });
    return () => abort.abort();
  }, []);
  if (!isOver || !onFiles) return null;
  return (
    <div className="file-drop" role="status">
      松开鼠标，导入这些文件
    </div>
  );
}

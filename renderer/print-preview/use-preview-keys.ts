import { useEffect, useRef } from 'react';

/** What the keyboard asks of the print preview. */
export type PreviewKey = 'close' | 'next' | 'back' | 'larger' | 'smaller' | 'fit' | 'print';

const WITH_CONTROL: Readonly<Record<string, PreviewKey>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'fit',
  p: 'print',
};
const ALONE: Readonly<Record<string, PreviewKey>> = { PageDown: 'next', PageUp: 'back', Escape: 'close' };

function keyOf(event: KeyboardEvent): PreviewKey | undefined {
  if (event.ctrlKey || event.metaKey) return WITH_CONTROL[event.key.toLowerCase()];
  const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  // Escape in a field or an open menu means that field or menu.
  return isTyping ? undefined : ALONE[event.key];
}

/** PageUp and PageDown turn pages, Ctrl + and − zoom, Ctrl 0 fits the width, Ctrl P prints, Escape closes. */
export function usePreviewKeys(onKey: (key: PreviewKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = event.defaultPrevented ? undefined : keyOf(event);
      if (key === undefined) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

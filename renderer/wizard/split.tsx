import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';

const STORAGE_KEY = 'xiancai.split';
const MIN_SHARE = 0.35;
const MAX_SHARE = 0.75;
const KEY_STEP = 0.02;

function clampShare(share: number): number {
  return Math.min(Math.max(share, MIN_SHARE), MAX_SHARE);
}

function rememberedShare(): number {
  const share = Number(window.localStorage.getItem(STORAGE_KEY));
  return Number.isFinite(share) && share > 0 ? clampShare(share) : 0.55;
}

/** Two panes with an edge that is moved by mouse or arrow keys, where both are there; where it stands is remembered. */
export function Split({ left, right }: { readonly left: ReactNode | null; readonly right: ReactNode | null }) {
  const container = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(rememberedShare);
  const move = (next: number) => {
    const clamped = clampShare(next);
    setShare(clamped);
    window.localStorage.setItem(STORAGE_KEY, clamped.toFixed(3));
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = container.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) move((event.clientX - box.left) / box.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') move(share - KEY_STEP);
    if (event.key === 'ArrowRight') move(share + KEY_STEP);
  };
  if (left === null) return <div className="split">{right !== null && <div className="split-right">{right}</div>}</div>;
  return (
    <div className="split" ref={container}>
      <div className="split-left" style={right === null ? undefined : { flexBasis: `${share * 100}%` }}>
        {left}
      </div>
      {right !== null && (
        <>
          <div
            className="split-edge"
            role="slider"
            aria-orientation="horizontal"
            aria-label="填写区宽度"
            aria-valuemin={MIN_SHARE * 100}
            aria-valuemax={MAX_SHARE * 100}
            aria-valuenow={Math.round(share * 100)}
            tabIndex={0}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
            onKeyDown={onKeyDown}
          />
          <div className="split-right">{right}</div>
        </>
      )}
    </div>
  );
}

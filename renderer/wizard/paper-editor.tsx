import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { cellAccess } from './cell-access.ts';
import { FieldControl } from './fields/field-control.tsx';
import { useIsMissing, useProblems, useWizard } from './wizard-context.tsx';

/** Where a cell stands, in px of what is scrolled. */
export interface CellPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PaperEditorProps {
  /** Of the field or cell of a table that is filled in. */
  readonly path: string;
  readonly place: CellPlace;
  /** Width of what is scrolled, px: the field stays inside. */
  readonly roomPx: number;
  /** Enter, Tab: on to the next cell of the paper, or back. */
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

const LEAST_WIDTH_PX = 220;

function isMenuOpen(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

/** The field of a cell in place on the paper: the same control as in a step, as wide as the cell at least. */
export function PaperEditor({ path, place, roomPx, onStep, onClose }: PaperEditorProps) {
  const { copy } = useWizard();
  const inputId = useId();
  // Which rows a merged cell has is settled when it is entered; while one types they may be equal to none.
  const [access] = useState(() => cellAccess(copy.definition, copy.answers, path));
  const text = useSyncExternalStore(copy.subscribe, () => access?.textOf(copy.answers) ?? '');
  const problems = useProblems(access?.owner ?? '').filter((finding) => finding.path === path);
  const isMissing = useIsMissing(path);
  useLayoutEffect(() => {
    document.getElementById(inputId)?.focus({ preventScroll: true });
  }, [inputId]);
  const { left: cellLeft, top } = place;
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    // The field is larger than its cell: what is in view of the cell may not be all of the field.
    if (cellLeft >= 0 && top >= 0) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cellLeft, top]);
  if (!access) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    // An open menu takes Enter and Esc for itself.
    if (event.nativeEvent.isComposing || (event.key !== 'Tab' && isMenuOpen(event.target))) return;
    const isText = event.target instanceof HTMLTextAreaElement;
    const isDone = event.key === 'Enter' && !isText && !event.ctrlKey && !event.altKey;
    if (event.key !== 'Tab' && event.key !== 'Escape' && !isDone) return;
    event.preventDefault();
    event.stopPropagation();
    // Leaving is what settles an amount; a field that is taken away is not left.
    if (event.target instanceof HTMLElement) event.target.blur();
    if (event.key === 'Escape') onClose();
    else onStep(event.shiftKey ? -1 : 1);
  };
  const width = Math.max(place.width, LEAST_WIDTH_PX);
  const left = Math.max(0, Math.min(cellLeft, roomPx - width));
  return (
    <fieldset ref={box} className="paper-editor" style={{ left, top, width }} onKeyDown={onKeyDown}>
      <label className="visually-hidden" htmlFor={inputId}>
        {access.field.label}
      </label>
      <FieldControl
        field={access.field}
        path={path}
        inputId={inputId}
        text={text}
        problems={problems}
        isMissing={isMissing}
        onText={(next) => access.write(copy, next)}
      />
    </fieldset>
  );
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from '../app/router.ts';
import { useWindowKeys } from '../app/use-window-keys.ts';
import { CheckStep } from './check-step.tsx';
import type { OpenCopy } from './copy/open-copies.ts';
import { Notices } from './notices.tsx';
import { nextPaperMode, type PaperMode } from './paper-mode.ts';
import { PaperPane } from './paper-pane.tsx';
import { PrintStep } from './print-step.tsx';
import { Split } from './split.tsx';
import { StepBody } from './step-body.tsx';
import { CHECK_STEP, firstPathOf, PRINT_STEP, stepOfPath, stepsOf } from './steps.ts';
import { useKnownSubjects } from './use-known-subjects.ts';
import { useSurroundings } from './use-surroundings.ts';
import { WizardContext, type WizardValue } from './wizard-context.tsx';
import { WizardFocus } from './wizard-focus.ts';
import { WizardFoot } from './wizard-foot.tsx';
import { WizardHeader } from './wizard-header.tsx';

const leave = () => navigate({ name: 'workbench' });

const FOCUSABLE = 'input:not([disabled]), textarea:not([disabled])';

/** Enter goes on to the next field, as in the spreadsheets people know. */
function focusNext(from: HTMLInputElement, within: HTMLElement): void {
  const controls = [...within.querySelectorAll<HTMLElement>(FOCUSABLE)];
  controls[controls.indexOf(from) + 1]?.focus();
}

/** Steps through one form. */
export function Wizard({
  open,
  step,
  at,
}: {
  readonly open: OpenCopy;
  readonly step: string | null;
  readonly at: string | null;
}) {
  const { copy } = open;
  const { definition, recordId } = copy;
  useSurroundings(open);
  useKnownSubjects(open);
  const focus = useMemo(() => new WizardFocus(), []);
  const steps = useMemo(() => stepsOf(definition), [definition]);
  const index = Math.max(
    steps.findIndex((info) => info.id === step),
    0,
  );
  const current = steps[index];
  const body = useRef<HTMLDivElement>(null);
  const [paperMode, setPaperMode] = useState<PaperMode>('beside');

  const goToStep = useCallback(
    (id: string) => {
      copy.seal();
      navigate({ name: 'form', recordId, step: id, at: null }, { replace: true });
    },
    [copy, recordId],
  );
  const goToPath = useCallback(
    (path: string) => {
      const target = stepOfPath(definition, path);
      if (target === undefined) return;
      goToStep(target);
      focus.request(path);
    },
    [definition, focus, goToStep],
  );
  const value = useMemo((): WizardValue => ({ ...open, focus, goToPath }), [open, focus, goToPath]);

  // A link to a cell (from 审核) is followed once.
  useEffect(() => {
    if (at !== null) goToPath(at);
  }, [at, goToPath]);

  const stepId = current?.id;
  useEffect(() => {
    // Whoever was sent to a cell of this step is there already, or on the way.
    const isThere = body.current?.contains(document.activeElement) || focus.state().requested !== null;
    if (stepId === undefined || isThere) return;
    body.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
  }, [stepId, focus]);

  // The checks have no cells: they stand beside the paper.
  const isAlone = paperMode === 'alone' && current?.step !== null;
  const changePaper = () => {
    // A field that is taken away is not left by itself, and leaving is what settles an amount.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setPaperMode(nextPaperMode(paperMode));
    const { path } = focus.state();
    if (path !== null) focus.request(path);
  };
  const openStep = (id: string) => {
    goToStep(id);
    const first = firstPathOf(definition, id);
    if (paperMode === 'alone' && first !== undefined) focus.request(first);
  };

  const showChanged = (path: string | null) => {
    if (path !== null) goToPath(path);
  };
  useWindowKeys((event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && key === 'z') showChanged(event.shiftKey ? copy.redo() : copy.undo());
    else if (isControl && key === 'y') showChanged(copy.redo());
    else if (isControl && key === 's') void open.saver.flush();
    else if (event.key === 'F8') changePaper();
    else if (event.altKey && event.key === 'PageDown') steps[index + 1] && openStep(steps[index + 1]?.id ?? '');
    else if (event.altKey && event.key === 'PageUp') steps[index - 1] && openStep(steps[index - 1]?.id ?? '');
    else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      body.current?.contains(event.target)
    ) {
      if (event.target.getAttribute('aria-expanded') === 'true') return;
      focusNext(event.target, body.current);
    } else return;
    event.preventDefault();
  });

  const linkTo = (info: (typeof steps)[number] | undefined) =>
    info ? { title: info.title, go: () => openStep(info.id) } : null;

  if (!current) return null;
  const isPrint = current.id === PRINT_STEP;
  const content = current.step ? (
    <StepBody key={current.id} definition={definition} step={current.step} />
  ) : (
    current.id === CHECK_STEP && <CheckStep />
  );
  return (
    <WizardContext value={value}>
      <div className="wizard">
        <WizardHeader steps={steps} current={current.id} onStep={openStep} onLeave={leave} />
        <Notices />
        {isPrint ? (
          <div className="print-step">
            <PrintStep onClose={() => goToStep(steps[index - 1]?.id ?? '')} />
          </div>
        ) : (
          <Split
            left={
              isAlone ? null : (
                <div className="step-scroll" ref={body}>
                  {content}
                </div>
              )
            }
            right={
              paperMode === 'hidden' ? null : <PaperPane key={String(isAlone)} mode={isAlone ? 'alone' : 'beside'} />
            }
          />
        )}
        <WizardFoot
          previous={linkTo(steps[index - 1])}
          next={linkTo(steps[index + 1])}
          paperMode={isPrint ? null : paperMode}
          onUndo={() => showChanged(copy.undo())}
          onRedo={() => showChanged(copy.redo())}
          onPaperMode={changePaper}
        />
      </div>
    </WizardContext>
  );
}

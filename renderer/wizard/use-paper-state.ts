import { startTransition, useEffect, useState } from 'react';
import type { Answers } from '../../shared/domain/answers.ts';
import { windowClock } from '../timing/clock.ts';
import { Pace, paceFor } from '../timing/pace.ts';
import type { WorkingCopy } from './copy/working-copy.ts';
import type { WizardFocus } from './wizard-focus.ts';

/** What the paper shows: the contents, and the path of the cell to mark. */
export interface PaperState {
  readonly answers: Answers;
  readonly path: string | null;
}

/**
 * Laying a long form out and drawing it costs several frames' worth of a key, so it waits for a pause; on a machine
 * of two cores even drawing that nothing waits for delays the next key.
 */
const PACE = { pauseMs: 150, longestMs: 600 };
function paperState(copy: WorkingCopy, focus: WizardFocus, before?: PaperState): PaperState {
  const { answers } = copy;
  const { path } = focus.state();
  return before && before.answers === answers && before.path === path ? before : { answers, path };
}

/**
 * What the paper is to show; it follows what is typed and where one goes, in the pauses.
 * @param isAlone the paper is what one types on: it follows where one goes before the next key can come
 */
export function usePaperState(copy: WorkingCopy, focus: WizardFocus, isAlone: boolean): PaperState {
  const [shown, setShown] = useState(() => paperState(copy, focus));
  useEffect(() => {
    const show = () => setShown((before) => paperState(copy, focus, before));
    const follow = () => startTransition(show);
    const pace = new Pace(follow, paceFor(copy, PACE), windowClock);
    const stops = [copy.subscribe(pace.touch), focus.subscribe(isAlone ? show : pace.touch)];
    // Whatever happened between drawing and listening.
    follow();
    return () => {
      for (const stop of stops) stop();
      pace.stop();
    };
  }, [copy, focus, isAlone]);
  return shown;
}

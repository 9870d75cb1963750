import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AnswerRow } from '../../shared/domain/answers.ts';
import { fieldText, tableRows } from '../../shared/domain/answers.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Analysis } from './copy/analysis.ts';
import type { OpenCopy } from './copy/open-copies.ts';
import type { WizardFocus } from './wizard-focus.ts';

export interface WizardValue extends OpenCopy {
  readonly focus: WizardFocus;
  /** Goes to the step of a path and enters its field. */
  readonly goToPath: (path: string) => void;
}

export const WizardContext = createContext<WizardValue | null>(null);

/** The form being filled in. Only inside the wizard. */
export function useWizard(): WizardValue {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard outside the wizard');
  return wizard;
}

/** The text of one field; only a change of it draws again. */
export function useFieldText(path: string): string {
  const { copy } = useWizard();
  return useSyncExternalStore(copy.subscribe, () => fieldText(copy.answers, path));
}

const noRows: readonly AnswerRow[] = [];

/** The rows of one table; only a change of them draws again. */
export function useRows(table: string): readonly AnswerRow[] {
  const { copy } = useWizard();
  return useSyncExternalStore(copy.subscribe, () => {
    const rows = tableRows(copy.answers, table);
    return rows.length === 0 ? noRows : rows;
  });
}

/** What the checks say of the whole form, a moment after the last key. */
export function useAnalysis(): Analysis {
  const { analyst } = useWizard();
  return useSyncExternalStore(analyst.subscribe, analyst.state);
}

const noFindings: readonly Finding[] = [];

/** The problems of one field or table. */
export function useProblems(owner: string): readonly Finding[] {
  const { analyst } = useWizard();
  return useSyncExternalStore(analyst.subscribe, () => analyst.state().problemsByOwner.get(owner) ?? noFindings);
}

/** Whether a place still has to be filled in. */
export function useIsMissing(path: string): boolean {
  const { analyst } = useWizard();
  return useSyncExternalStore(analyst.subscribe, () => analyst.state().missing.has(path));
}

/** Whether a field is the one that is to be entered now. */
export function useIsRequested(path: string): boolean {
  const { focus } = useWizard();
  return useSyncExternalStore(focus.subscribe, () => focus.state().requested === path);
}

/** The path that is to be entered, if it lies in a table. */
export function useRequestedIn(table: string): string | null {
  const { focus } = useWizard();
  return useSyncExternalStore(focus.subscribe, () => {
    const { requested } = focus.state();
    return requested?.startsWith(`${table}.`) ? requested : null;
  });
}

import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';

/** An indicator on its way from the library into a form. */
interface Insertion {
  readonly recordId: string;
  readonly tableId: string;
  readonly indicator: LibraryIndicator;
}

let lastForm: string | null = null;
let insertion: Insertion | null = null;

/** A form was opened: indicators of the library can be put into it until another one is. */
export function noteForm(recordId: string): void {
  lastForm = recordId;
}

/** The form that was opened last in this window; null when none was. */
export function lastOpenedForm(): string | null {
  return lastForm;
}

/** Lets an indicator wait for a table of a form, which takes it as soon as it is on show. */
export function queueInsertion(recordId: string, tableId: string, indicator: LibraryIndicator): void {
  insertion = { recordId, tableId, indicator };
}

/** The indicator that waits for a table; it waits no longer. */
export function takeInsertion(recordId: string, tableId: string): LibraryIndicator | null {
  if (insertion?.recordId !== recordId || insertion.tableId !== tableId) return null;
  const { indicator } = insertion;
  insertion = null;
  return indicator;
}

import { summaryTitle } from '../../shared/forms/shape.ts';
import { indicatorTablesOf } from '../../shared/indicators/indicator-columns.ts';
import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { navigate } from '../app/router.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { lastOpenedForm, queueInsertion } from './last-form.ts';
import { words } from './words.ts';

/** The table of the year's indicators, in all forms; one may have others beside it (中期). */
const YEARLY = 'indicators';

/** The form that an indicator can be put into. */
export interface OpenForm {
  readonly title: string;
  /** Goes to the form and puts the indicator in. */
  readonly insert: (indicator: LibraryIndicator) => void;
}

/** The form opened last, where it is still there and has a table of indicators. */
export function useOpenForm(): OpenForm | null {
  const recordId = lastOpenedForm();
  // What was just typed is saved first: its name is shown.
  const isSettled = useSettled();
  const records = useCall('record.get', recordId === null || !isSettled ? null : { ids: [recordId] });
  const record = records.value?.[0];
  const definition = useCall(
    'definition.get',
    record ? { id: record.definitionId, version: record.definitionVersion } : null,
  );
  if (recordId === null || !record || !definition.value || records.error) return null;
  const tables = indicatorTablesOf(definition.value).map((columns) => columns.table);
  const table = tables.find(({ id }) => id === YEARLY) ?? tables[0];
  const step = definition.value.steps.find(({ tables }) => tables.some((id) => id === table?.id));
  if (!table || !step) return null;
  return {
    title: summaryTitle(definition.value, record.answers) || words.untitled,
    insert: (indicator) => {
      queueInsertion(recordId, table.id, indicator);
      navigate({ name: 'form', recordId, step: step.id, at: null });
    },
  };
}

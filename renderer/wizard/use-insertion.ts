import { useEffect } from 'react';
import { tableRows } from '../../shared/domain/answers.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { indicatorColumns } from '../../shared/indicators/indicator-columns.ts';
import { insertIndicator } from '../library/insert-indicator.ts';
import { takeInsertion } from '../library/last-form.ts';
import { words } from '../sheet/words.ts';
import { useWizard } from './wizard-context.tsx';

/** Takes an indicator that comes from the library into a table, as a step that can be undone. */
export function useInsertion(table: TableDefinition): void {
  const { copy, focus } = useWizard();
  useEffect(() => {
    const columns = indicatorColumns(table);
    const indicator = columns ? takeInsertion(copy.recordId, table.id) : null;
    if (!columns || !indicator) return;
    const inserted = insertIndicator(columns, tableRows(copy.answers, table.id), indicator, copy.fiscalYear);
    if (!inserted) return;
    copy.setRows(table.id, inserted.rows, { label: words.takeIndicator });
    focus.request(`${table.id}.${inserted.row}.${inserted.column}`);
  }, [copy, focus, table]);
}

import { useState } from 'react';
import type { Finding } from '../../shared/domain/finding.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { RowFindings } from './cell-findings.ts';
import { findingsByRow } from './cell-findings.ts';

interface Sorted {
  readonly source: readonly Finding[];
  readonly byRow: ReadonlyMap<number, RowFindings>;
}

/** The findings by row, rows with unchanged findings keeping their object from one drawing to the next. */
export function useFindings(table: TableDefinition, findings: readonly Finding[]): ReadonlyMap<number, RowFindings> {
  const [sorted, setSorted] = useState<Sorted>({ source: [], byRow: new Map() });
  if (sorted.source === findings) return sorted.byRow;
  const byRow = findingsByRow(table.id, table.columns[0]?.id ?? '', findings, sorted.byRow);
  setSorted({ source: findings, byRow });
  return byRow;
}

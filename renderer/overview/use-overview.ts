import { useEffect, useMemo, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormRecord, RecordSummary } from '../../shared/domain/record.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { bareUnitName } from '../../shared/domain/unit-name.ts';
import { computeOverview, type Overview } from '../../shared/overview/compute-overview.ts';
import { tablesOf } from '../../shared/overview/overview-file.ts';
import type { HeldForm, HeldTable, OverviewYear } from '../../shared/overview/overview-input.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { type DefinitionSummary, useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import { overviewFiles } from './overview-files.ts';

const drawnTables = new Set(overviewFiles.flatMap((file) => [...tablesOf(file)]));
const isTable = ({ definitionId }: RecordSummary): boolean => drawnTables.has(definitionId);

/** The overviews of a year and unit. */
export interface LoadedOverviews {
  readonly overviews: readonly Overview[];
  /** Units that have budget tables this year, as they stand there. */
  readonly units: readonly string[];
  readonly unit: string;
}

/** Units as written first, one for each key. */
function unitsOf(records: readonly RecordSummary[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const { unit } of records.filter(isTable))
    if (!byKey.has(bareUnitName(unit))) byKey.set(bareUnitName(unit), unit);
  return [...byKey.values()];
}

/** The unit's tables, each the one that was changed last. */
function tableIds(records: readonly RecordSummary[], unit: string): readonly string[] {
  const newest = new Map<string, RecordSummary>();
  for (const record of records.filter(
    (candidate) => isTable(candidate) && bareUnitName(candidate.unit) === bareUnitName(unit),
  )) {
    const other = newest.get(record.definitionId);
    if (!other || other.updatedAtMs < record.updatedAtMs) newest.set(record.definitionId, record);
  }
  return [...newest.values()].map(({ id }) => id);
}

/** The forms that are not tables: those of the unit, and those that name none; all of them where there is but one unit. */
function formsOf(
  records: readonly RecordSummary[],
  definitions: readonly DefinitionSummary[],
  unit: string | null,
): readonly HeldForm[] {
  const definitionOf = new Map(definitions.map((definition) => [definition.id, definition]));
  return records.flatMap((record) => {
    const definition = definitionOf.get(record.definitionId);
    const isOthers = unit !== null && record.unit !== '' && bareUnitName(record.unit) !== bareUnitName(unit);
    if (!definition || isTable(record) || isOthers) return [];
    const { id, title, definitionId, amount, amountUnit } = record;
    return [
      {
        recordId: id,
        title,
        definitionId,
        definitionName: definition.name,
        family: definition.family,
        amount,
        amountUnit,
      },
    ];
  });
}

async function loadTables(rpc: RpcClient<File>, ids: readonly string[]): Promise<Result<HeldTable[], AppError>> {
  const records = await rpc.call('record.get', { ids: [...ids] });
  if (!records.ok) return records;
  const load = async ({ id, definitionId, definitionVersion, answers }: FormRecord) => {
    const definition = await rpc.call('definition.get', { id: definitionId, version: definitionVersion });
    return definition.ok ? ok({ recordId: id, definition: definition.value, answers }) : definition;
  };
  const tables: HeldTable[] = [];
  for (const loaded of await Promise.all(records.value.map(load))) {
    if (!loaded.ok) return err(loaded.error);
    tables.push(loaded.value);
  }
  return ok(tables);
}

type LoadedTables = Result<OverviewYear['tables'], AppError>;

/** Tables with their contents, by definition id; null while they are read. */
function useTables(ids: readonly string[] | null): LoadedTables | null {
  const rpc = useRpc();
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly tables: LoadedTables } | null>(null);
  const key = ids?.join(' ');
  useEffect(() => {
    let isCurrent = true;
    if (key === undefined) return undefined;
    const load = async () => {
      const read = await loadTables(rpc, key === '' ? [] : key.split(' '));
      if (!isCurrent) return;
      const tables = read.ok ? ok(new Map(read.value.map((table) => [table.definition.id, table]))) : read;
      setLoaded({ key, tables });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [rpc, key]);
  // Never another unit's tables under this one's name.
  return loaded !== null && loaded.key === key ? loaded.tables : null;
}

/**
 * Reads this year's and last year's tables and forms and works out the figures.
 * @param chosen the unit to show; the first one where it is null or has no tables
 * @returns null while it is read
 */
export function useOverview(chosen: string | null): Result<LoadedOverviews, AppError> | null {
  const { info, definitions } = useWorkspace();
  const { fiscalYear } = info;
  // What was just typed is saved first, so that it counts.
  const isSettled = useSettled();
  const now = useCall('record.list', isSettled ? { fiscalYear, query: '' } : null);
  const before = useCall('record.list', isSettled ? { fiscalYear: fiscalYear - 1, query: '' } : null);
  const units = useMemo(() => unitsOf(now.value ?? []), [now.value]);
  const unit = (chosen !== null && units.includes(chosen) ? chosen : units[0]) ?? info.unit;
  const tables = useTables(now.value ? tableIds(now.value, unit) : null);
  const lastTables = useTables(before.value ? tableIds(before.value, unit) : null);
  return useMemo(() => {
    const error = now.error ?? before.error;
    if (error) return err(error);
    if (!now.value || !before.value || !tables || !lastTables) return null;
    if (!tables.ok) return tables;
    if (!lastTables.ok) return lastTables;
    const only = units.length > 1 ? unit : null;
    const year = { tables: tables.value, forms: formsOf(now.value, definitions, only) };
    const lastYear = { tables: lastTables.value, forms: formsOf(before.value, definitions, only) };
    return ok({ overviews: overviewFiles.map((file) => computeOverview(file, year, lastYear)), units, unit });
  }, [now, before, tables, lastTables, definitions, units, unit]);
}

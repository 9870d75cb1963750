import { Alert, Button, Spin } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import type { RecordSummary } from '../../shared/domain/record.ts';
import type { ExportFormat } from '../../shared/rpc/contract.ts';
import { useCopies } from '../app/copies-context.tsx';
import { navigate } from '../app/router.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { useWindowKeys } from '../app/use-window-keys.ts';
import { definitionsOfYear, useWorkspace } from '../app/workspace.tsx';
import { suggestFileName } from '../print-preview/print-choices.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { CopyDialog, type CopySource } from './copy-dialog.tsx';
import { useCreate } from './create-context.tsx';
import { EmptyWorkbench } from './empty-workbench.tsx';
import { budgetSets, type FormKind, formsOfKind, projectForms } from './form-kind.ts';
import { dropTarget, stepTarget } from './moving.ts';
import { RecordTable } from './record-table.tsx';
import type { Sorting, SummaryFilter } from './summaries.ts';
import { filterSummaries, sortSummaries } from './summaries.ts';
import { SummaryStrip } from './summary-strip.tsx';
import { useCreateSet } from './use-create-set.ts';
import { useExport } from './use-export.ts';
import { useFoundPlaces } from './use-found-places.ts';
import { ExportNotice, RemovedNotice, RescuedNotice } from './workbench-notices.tsx';
import { type MoreCommand, WorkbenchTools } from './workbench-tools.tsx';
import './workbench.css';

const none: readonly RecordSummary[] = [];
const openForm = (recordId: string) => navigate({ name: 'form', recordId, step: null, at: null });

/** The year's forms: what is left to do, and does it add up. */
export function Workbench() {
  const rpc = useRpc();
  const copies = useCopies();
  const { info, definitions, reload: reloadWorkspace } = useWorkspace();
  const { fiscalYear } = info;
  const isSettled = useSettled();
  const [query, setQuery] = useState('');
  const deferredQuery = useDeferredValue(query.trim());
  const { value, error, reload } = useCall('record.list', isSettled ? { fiscalYear, query: deferredQuery } : null);
  const places = useFoundPlaces(fiscalYear, isSettled ? deferredQuery : '');
  const [filter, setFilter] = useState<SummaryFilter>('all');
  const [wantedKind, setKind] = useState<FormKind>('all');
  const [sorting, setSorting] = useState<Sorting>({ key: 'ordinal', direction: 'ascend' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [copying, setCopying] = useState<readonly CopySource[] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const exporting = useExport();
  const create = useCreate();
  const createSet = useCreateSet();

  const every = value ?? none;
  const isMixed = useMemo(() => {
    const budget = formsOfKind(every, definitions, 'budget').length;
    return budget > 0 && budget < every.length;
  }, [every, definitions]);
  const kind = isMixed ? wantedKind : 'all';
  const summaries = useMemo(() => formsOfKind(every, definitions, kind), [every, definitions, kind]);
  const added = useMemo(() => projectForms(summaries, definitions), [summaries, definitions]);
  const shown = useMemo(() => sortSummaries(filterSummaries(summaries, filter), sorting), [summaries, filter, sorting]);
  // Forms that a filter or a search hides are not acted upon.
  const selected = useMemo(() => {
    const wanted = new Set(chosen);
    return shown.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  }, [shown, chosen]);
  const usable = definitionsOfYear(definitions, fiscalYear);
  const sets = budgetSets(usable, every);
  const isSelection = selected.length > 0;
  const scope = isSelection ? selected : shown.map(({ id }) => id);
  const rescued = copies.rescuedCopies().filter(({ recordId }) => summaries.some(({ id }) => id === recordId));
  const formName = useMemo(() => {
    const names = new Map(definitions.map(({ id, name }) => [id, name]));
    const isOfMany = new Set(summaries.map(({ definitionId }) => definitionId)).size > 1;
    // A table of the budget is called as its form.
    return isOfMany && kind !== 'budget' ? (id: string) => names.get(id) ?? id : null;
  }, [definitions, summaries, kind]);

  const reloadAll = () => {
    reload();
    reloadWorkspace();
  };
  const run = async (work: Promise<{ ok: true } | { ok: false; error: AppError }>) => {
    const result = await work;
    setFailure(result.ok ? null : result.error);
    if (result.ok) reloadAll();
    return result.ok;
  };
  const remove = async (ids: readonly string[]) => {
    if (await run(rpc.call('record.remove', { ids: [...ids] }))) {
      setRemoved(ids);
      setChosen([]);
    }
  };
  const restore = async () => {
    if (await run(rpc.call('record.restore', { ids: [...removed] }))) setRemoved([]);
  };
  // Only the whole list in its own order shows where a form comes to stand.
  const isInOrder =
    sorting.key === 'ordinal' &&
    sorting.direction === 'ascend' &&
    filter === 'all' &&
    kind === 'all' &&
    deferredQuery === '';
  const order = shown.map(({ id }) => id);
  const moveTo = (ids: readonly string[], before: string | null | undefined) => {
    if (before !== undefined) void run(rpc.call('record.reorder', { ids: [...ids], before }));
  };
  const step = (ids: readonly string[], direction: 1 | -1) => moveTo(ids, stepTarget(order, ids, direction));
  const copy = async (copies: readonly CopySource[]) => {
    setCopying(null);
    await run(rpc.call('record.copy', { copies: [...copies] }));
  };
  const [only] = selected.length === 1 ? selected : [];
  const more: readonly MoreCommand[] = [
    {
      key: 'copy',
      label: '复制',
      isOff: !isSelection,
      run: () => setCopying(summaries.filter(({ id }) => selected.includes(id))),
    },
    { key: 'up', label: '上移（Alt+↑）', isOff: !isSelection || !isInOrder, run: () => step(selected, -1) },
    { key: 'down', label: '下移（Alt+↓）', isOff: !isSelection || !isInOrder, run: () => step(selected, 1) },
    {
      key: 'history',
      label: '历史',
      isOff: only === undefined,
      run: () => only !== undefined && navigate({ name: 'history', recordId: only }),
    },
  ];
  const startCreate = async (definitionId: string) => setFailure(await create(definitionId));
  const startCreateSet = async (definitionIds: readonly string[]) => {
    setFailure(await createSet(definitionIds));
    setKind('budget');
    reloadAll();
  };
  const startExport = (format: ExportFormat) => {
    const titleOf = new Map(summaries.map(({ id, title }) => [id, title || '未命名']));
    const titles = scope.map((id) => titleOf.get(id) ?? '');
    void exporting.start(scope, format, suggestFileName(titles, format));
  };
  useWindowKeys((event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!isUndo || removed.length === 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    void restore();
  });

  if (value === undefined && !error) return <Spin className="waiting" description="正在读取表单" />;
  const isEmpty = every.length === 0 && deferredQuery === '' && !error;
  return (
    <div className="workbench">
      {error && (
        <Alert
          type="error"
          banner
          title={describeError(error)}
          action={
            <Button size="small" onClick={reload}>
              重试
            </Button>
          }
        />
      )}
      {failure && (
        <Alert type="error" banner title={describeError(failure)} closable={{ onClose: () => setFailure(null) }} />
      )}
      {copying && (
        <CopyDialog sources={copying} onCopy={(copies) => void copy(copies)} onClose={() => setCopying(null)} />
      )}
      <RescuedNotice titles={rescued} onOpen={openForm} />
      {removed.length > 0 && (
        <RemovedNotice count={removed.length} onRestore={() => void restore()} onClose={() => setRemoved([])} />
      )}
      <ExportNotice state={exporting.state} onClose={exporting.dismiss} />
      {info.hasSample && (
        <Alert
          type="info"
          banner
          title="列表中有虚构的示例表单，只供熟悉程序。"
          action={
            <Button size="small" onClick={() => void run(rpc.call('sample.remove', {}))}>
              移除示例数据
            </Button>
          }
        />
      )}
      {isEmpty ? (
        <EmptyWorkbench
          year={fiscalYear}
          onImport={() => navigate({ name: 'import' })}
          onCreate={() =>
            usable[0] && usable.length === 1 ? void startCreate(usable[0].id) : navigate({ name: 'definitions' })
          }
          onCarry={() => navigate({ name: 'carry' })}
          onCreateSet={sets[0] ? () => void startCreateSet(sets[0]?.missing ?? []) : null}
          onSample={() => void run(rpc.call('sample.add', {}))}
        />
      ) : (
        <>
          <SummaryStrip
            summaries={summaries}
            kind={isMixed ? kind : null}
            added={added}
            filter={filter}
            onKind={setKind}
            onFilter={setFilter}
          />
          <WorkbenchTools
            definitions={usable}
            sets={sets}
            query={query}
            scope={{ count: scope.length, isSelection }}
            onQuery={setQuery}
            onCreate={(id) => void startCreate(id)}
            onCreateSet={(ids) => void startCreateSet(ids)}
            onImport={() => navigate({ name: 'import' })}
            onCarry={() => navigate({ name: 'carry' })}
            onPrint={() => navigate({ name: 'print', recordIds: scope })}
            onExport={startExport}
            onCheck={() => navigate({ name: 'check', recordIds: isSelection ? scope : null })}
            more={more}
            onRemove={() => void remove(selected)}
          />
          <RecordTable
            summaries={shown}
            sorting={sorting}
            selected={selected}
            formName={formName}
            places={places}
            onSort={setSorting}
            onSelect={setChosen}
            onOpen={openForm}
            onStep={isInOrder ? step : null}
            onDrop={(ids, on) => moveTo(ids, dropTarget(order, ids, on))}
            onRemove={(ids) => void remove(ids)}
          />
        </>
      )}
    </div>
  );
}

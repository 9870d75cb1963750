import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { CoreContract } from '../../shared/rpc/contract.ts';
import type { OutputOf } from '../../shared/rpc/method.ts';
import { useCall } from './use-call.ts';

export type WorkspaceInfo = OutputOf<CoreContract['workspace.get']>;
export type DefinitionSummary = OutputOf<CoreContract['definition.list']>[number];

export interface Workspace {
  readonly info: WorkspaceInfo;
  readonly definitions: readonly DefinitionSummary[];
  /** Asks again, after the unit, the year, the sample forms or the definitions changed. */
  readonly reload: () => void;
}

const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace one is in: unit, year, forms there are. Only below `WorkspaceProvider`. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace outside WorkspaceProvider');
  return workspace;
}

/** Reads the workspace and shows `children` once it is there; until then, or when it cannot be read, `fallback`. */
export function WorkspaceProvider({
  children,
  fallback,
}: {
  readonly children: ReactNode;
  readonly fallback: (error: AppError | undefined, retry: () => void) => ReactNode;
}) {
  const info = useCall('workspace.get', {});
  const definitions = useCall('definition.list', {});
  const { reload: reloadInfo } = info;
  const { reload: reloadDefinitions } = definitions;
  const reload = useCallback(() => {
    reloadInfo();
    reloadDefinitions();
  }, [reloadInfo, reloadDefinitions]);
  const workspace = useMemo(
    () => (info.value && definitions.value ? { info: info.value, definitions: definitions.value, reload } : null),
    [info.value, definitions.value, reload],
  );
  if (!workspace) {
    return fallback(info.error ?? definitions.error, reload);
  }
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The forms that may be filled in for a year. */
export function definitionsOfYear(definitions: readonly DefinitionSummary[], year: number): DefinitionSummary[] {
  return definitions.filter(({ fromYear, toYear }) => fromYear <= year && (toYear === null || year <= toYear));
}

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { withField } from '../../shared/domain/answers.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { isOnePerUnit, onesThere } from '../../shared/forms/one-per-unit.ts';
import { formatRoute, navigate, useRoute } from '../app/router.ts';
import { useOnce } from '../app/use-once.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';

/** A form there is already, of a kind of which a unit has one a year. */
export interface ExistingForm {
  readonly definition: FormDefinition;
  readonly recordId: string;
}

interface Creating {
  readonly create: (definitionId: string) => Promise<AppError | null>;
  /** Makes the form of which there is one already. */
  readonly createSecond: () => Promise<AppError | null>;
  /** What is there instead of the form that was asked for; null unless that is to be told. */
  readonly existing: ExistingForm | null;
  readonly dismiss: () => void;
}

const CreateContext = createContext<Creating | null>(null);

/** Making forms, and what there is to tell before a second of a kind is made. Only below `CreateProvider`. */
export function useCreating(): Creating {
  const creating = useContext(CreateContext);
  if (!creating) throw new Error('useCreating outside CreateProvider');
  return creating;
}

/**
 * Makes a new form of the year, with the unit's name in it where the form has a place for it, and opens it. Where a unit
 * has one such form a year, and it is there, nothing is made before a person has seen that (`SecondFormNotice`).
 * @returns the error where it could not be made
 */
export function useCreate(): Creating['create'] {
  return useCreating().create;
}

/** Lets everything below it make forms. */
export function CreateProvider({ children }: { readonly children: ReactNode }) {
  const rpc = useRpc();
  const { info } = useWorkspace();
  const { unit, fiscalYear } = info;
  const address = formatRoute(useRoute());
  const [existing, setExisting] = useState<ExistingForm | null>(null);
  // What was told at one place is not told at the next.
  useEffect(() => {
    if (address !== '' && fiscalYear > 0) setExisting(null);
  }, [address, fiscalYear]);
  const once = useOnce();
  const dismiss = useCallback(() => setExisting(null), []);
  const add = useCallback(
    async ({ id: definitionId, summary }: FormDefinition) => {
      const answers = summary.unit === undefined || unit === '' ? {} : withField({}, summary.unit, unit);
      const created = await rpc.call('record.create', { definitionId, fiscalYear, answers });
      if (!created.ok) return created.error;
      navigate({ name: 'form', recordId: created.value.id, step: null, at: null });
      return null;
    },
    [rpc, unit, fiscalYear],
  );
  const create = useCallback(
    (definitionId: string) =>
      once(async () => {
        const definition = await rpc.call('definition.get', { id: definitionId });
        if (!definition.ok) return definition.error;
        if (!isOnePerUnit(definition.value)) return await add(definition.value);
        const listed = await rpc.call('record.list', { fiscalYear });
        if (!listed.ok) return listed.error;
        const [first] = onesThere(definition.value, unit, listed.value);
        if (!first) return await add(definition.value);
        setExisting({ definition: definition.value, recordId: first.id });
        return null;
      }),
    [rpc, once, add, unit, fiscalYear],
  );
  const createSecond = useCallback(
    () => once(async () => (existing ? await add(existing.definition) : null)),
    [once, add, existing],
  );
  const creating = useMemo(
    () => ({ create, createSecond, existing, dismiss }),
    [create, createSecond, existing, dismiss],
  );
  return <CreateContext value={creating}>{children}</CreateContext>;
}

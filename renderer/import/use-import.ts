import { useEffect, useRef, useState } from 'react';
import { type AppError, describeError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { Lesson } from '../../shared/forms/recognise/lesson.ts';
import type { ImportAccept, ImportResult, ImportSource } from '../../shared/rpc/import-types.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { type ImportReport, isTaken } from './report.ts';
import { words } from './words.ts';

/** Something to read: a file, or text from the clipboard. */
export type Material =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

/** How far one of the materials is. */
export interface MaterialState {
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'done';
}

export type Definitions = ReadonlyMap<string, FormDefinition>;

/** What was found, with the definitions of its forms. */
export interface Found {
  readonly result: ImportResult;
  readonly definitions: Definitions;
}

/** What was read, to read it again. */
interface Reviewed {
  readonly sources: readonly ImportSource[];
  /** Files that could not even be named. */
  readonly lost: ImportResult['failures'];
  /** Files that could not be read. */
  readonly failed: ReadonlySet<string>;
}

export type ImportPhase =
  | { readonly kind: 'choosing'; readonly message: string | null }
  | { readonly kind: 'reading'; readonly materials: readonly MaterialState[] }
  | { readonly kind: 'reviewing'; readonly found: Found; readonly message: string | null; readonly isSaving: boolean }
  | { readonly kind: 'done'; readonly saved: readonly SavedForm[]; readonly report: ImportReport };

export interface SavedForm {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
}

const nameOf = (material: Material): string => (material.kind === 'file' ? material.file.name : material.name);

function statesOf(materials: readonly Material[], current: number): readonly MaterialState[] {
  return materials.map((material, index) => ({
    name: nameOf(material),
    state: index < current ? 'done' : index === current ? 'reading' : 'waiting',
  }));
}

/** Carries an import from the choice of files to the saved forms; nothing is saved before `accept`. */
export function useImport(fiscalYear: number) {
  const rpc = useRpc();
  const [phase, setPhase] = useState<ImportPhase>({ kind: 'choosing', message: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    // Nobody waits for it, and without it everything works, only slower.
    void rpc.call('import.prepare', {});
  }, [rpc]);
  /** What is under review: read again when something was taught. */
  const reviewed = useRef<Reviewed>({ sources: [], lost: [], failed: new Set() });

  const fail = (message: string) => setPhase({ kind: 'choosing', message });

  async function definitionsOf(result: ImportResult): Promise<Result<Definitions, AppError>> {
    const ids = [...new Set(result.records.map(({ definitionId }) => definitionId))];
    const definitions = new Map<string, FormDefinition>();
    for (const id of ids) {
      const definition = await rpc.call('definition.get', { id });
      if (!definition.ok) return definition;
      definitions.set(id, definition.value);
    }
    return ok(definitions);
  }

  /** Reads materials; what cannot be read is told among the results. */
  async function read(materials: readonly Material[]): Promise<void> {
    if (materials.length === 0) return;
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    const isStale = () => running.current !== controller;
    setPhase({ kind: 'reading', materials: statesOf(materials, -1) });
    const sources: ImportSource[] = [];
    const lost: ImportResult['failures'] = [];
    const readable: Material[] = [];
    for (const material of materials) {
      if (material.kind === 'text') {
        sources.push({ name: material.name, text: material.text });
      } else {
        const registered = await rpc.registerFiles([material.file]);
        if (isStale()) return;
        const token = registered.ok ? registered.value[0]?.token : undefined;
        if (token === undefined) {
          const message = registered.ok ? words.nothingFound : describeError(registered.error);
          lost.push({ file: material.file.name, message });
          continue;
        }
        sources.push({ token });
      }
      readable.push(material);
    }
    if (sources.length === 0) {
      fail(lost.map(({ message }) => message).join('\n'));
      return;
    }
    setPhase({ kind: 'reading', materials: statesOf(readable, 0) });
    const answer = await rpc.call(
      'import.read',
      { sources, fiscalYear },
      {
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (!isStale()) setPhase({ kind: 'reading', materials: statesOf(readable, done) });
        },
      },
    );
    if (isStale()) return;
    if (!answer.ok) {
      fail(answer.error.kind === 'cancelled' ? words.cancelled : describeError(answer.error));
      return;
    }
    const result = { ...answer.value, failures: [...lost, ...answer.value.failures] };
    if (result.records.length === 0 && result.unrecognised.length === 0) {
      fail(result.failures.map(({ message }) => message).join('\n') || words.nothingFound);
      return;
    }
    const definitions = await definitionsOf(result);
    if (isStale()) return;
    if (!definitions.ok) {
      fail(describeError(definitions.error));
      return;
    }
    reviewed.current = { sources, lost, failed: new Set(result.failures.map(({ file }) => file)) };
    const found = { result, definitions: definitions.value };
    setPhase({ kind: 'reviewing', found, message: null, isSaving: false });
  }

  /** Reads what is under review again, going by what was taught. */
  async function reread(lessons: readonly Lesson[]): Promise<Result<Found, AppError>> {
    const { sources, lost, failed } = reviewed.current;
    const answer = await rpc.call('import.read', { sources: [...sources], fiscalYear, lessons: [...lessons] });
    if (!answer.ok) return answer;
    const result = { ...answer.value, failures: [...lost, ...answer.value.failures] };
    if (reviewed.current.sources !== sources) return err({ kind: 'cancelled' });
    // A file that is gone by now must not take its forms along.
    const gone = result.failures.find(({ file }) => !failed.has(file));
    if (gone) return err({ kind: 'fileUnreadable', file: gone.file });
    const definitions = await definitionsOf(result);
    return definitions.ok ? ok({ result, definitions: definitions.value }) : definitions;
  }

  function cancel(): void {
    running.current?.abort();
    running.current = null;
    fail(words.cancelled);
  }

  /** Saves the accepted forms, all or none. */
  async function accept(forms: readonly ImportAccept[], report: ImportReport): Promise<void> {
    if (phase.kind !== 'reviewing') return;
    const { found } = phase;
    setPhase({ kind: 'reviewing', found, message: null, isSaving: true });
    const answer = await rpc.call('import.accept', { records: [...forms] });
    if (!answer.ok) {
      const message = `${describeError(answer.error)}${words.nothingSaved}`;
      setPhase({ kind: 'reviewing', found, message, isSaving: false });
      return;
    }
    const titles = report.forms.filter(isTaken).map(({ title }) => title);
    const saved = answer.value.ids.map((id, index) => ({
      id,
      title: titles[index] ?? '',
      fiscalYear: forms[index]?.fiscalYear ?? fiscalYear,
    }));
    setPhase({ kind: 'done', saved, report });
  }

  return { phase, read, reread, cancel, accept, restart: () => setPhase({ kind: 'choosing', message: null }), fail };
}

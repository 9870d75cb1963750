import { useEffect, useMemo, useState } from 'react';
import { assembleBook, type BookForm } from '../../shared/book/assemble.ts';
import { type BookPart, definitionsOf } from '../../shared/book/book-definition.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { defaultPaperSettings, type PaperDocument } from '../../shared/paper/paper-document.ts';
import type { BookOfYear } from '../../shared/rpc/book-types.ts';
import { loadForms } from '../app/load-forms.ts';
import { useCall } from '../app/use-call.ts';
import { useRpc } from '../rpc/client-context.tsx';

/** The forms of a year that a book prints; undefined while they are loaded. */
export function useBookForms(
  { book }: BookOfYear,
  fiscalYear: number,
): { readonly forms: readonly BookForm[] | undefined; readonly error: AppError | undefined } {
  const rpc = useRpc();
  const listed = useCall('record.list', { fiscalYear, query: '' });
  const [forms, setForms] = useState<readonly BookForm[]>();
  const [error, setError] = useState<AppError>();
  useEffect(() => {
    if (!listed.value) return undefined;
    const wanted = definitionsOf(book.parts);
    const ids = listed.value.filter(({ definitionId }) => wanted.has(definitionId)).map(({ id }) => id);
    let isCurrent = true;
    const load = async () => {
      const loaded = await loadForms(rpc, ids);
      if (!isCurrent) return;
      if (loaded.ok) setForms(loaded.value);
      else setError(loaded.error);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [rpc, book, listed.value]);
  return { forms, error: error ?? listed.error };
}

/** The chosen parts of a book as pages; null while there is nothing to show. */
export function useBookDocument(
  { book, unit }: BookOfYear,
  parts: readonly BookPart[],
  forms: readonly BookForm[] | undefined,
  fiscalYear: number,
): PaperDocument | null {
  return useMemo(
    () => (forms ? assembleBook(book, parts, { unit, fiscalYear, forms }, defaultPaperSettings) : null),
    [book, unit, parts, forms, fiscalYear],
  );
}

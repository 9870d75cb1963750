import path from 'node:path';
import { assembleBook } from '../../../shared/book/assemble.ts';
import { type BookDefinition, type BookPart, definitionsOf } from '../../../shared/book/book-definition.ts';
import { publicationProblems } from '../../../shared/book/publication-check.ts';
import { err, ok } from '../../../shared/domain/result.ts';
import { bookContent, loadBooks } from '../books.ts';
import type { CoreServices } from '../services.ts';
import { renderExport } from '../writers/render-export.ts';
import { writeFileSafely } from '../writers/write-file.ts';
import type { GroupHandlers } from './groups.ts';

/** Disclosure books (预算公开文本): what there is, what is to be looked at, writing one. */
export function bookHandlers(services: CoreServices): GroupHandlers<'book'> {
  const { store, resourcesDir, tokens, printPdf } = services;
  let loaded: Promise<readonly BookDefinition[]> | undefined;
  const books = () => {
    loaded ??= loadBooks(resourcesDir);
    return loaded;
  };
  const bookOf = async (id: string) => (await books()).find((book) => book.id === id);
  return {
    'book.list': async ({ fiscalYear }, { signal }) => {
      const found = [];
      for (const book of await books()) {
        if (fiscalYear < book.years.from || fiscalYear > (book.years.to ?? fiscalYear)) continue;
        const content = await bookContent(services, book, fiscalYear, signal);
        if (!content.ok) return content;
        const { unit, forms } = content.value;
        const count = (part: BookPart) =>
          part.kind === 'heading' ? 1 : forms.filter(({ definition }) => definition.id === part.definition).length;
        found.push({ book, unit, forms: Object.fromEntries(book.parts.map((part) => [part.id, count(part)])) });
      }
      return ok(found);
    },

    'book.best': async () => {
      const listed = store.list({ query: '' });
      if (!listed.ok) return listed;
      let best = null;
      for (const book of await books()) {
        const wanted = definitionsOf(book.parts);
        const own = listed.value.filter(({ definitionId }) => wanted.has(definitionId));
        const fiscalYear = Math.max(...own.map((summary) => summary.fiscalYear));
        const count = own.filter((summary) => summary.fiscalYear === fiscalYear).length;
        if (count > (best?.forms ?? 0)) best = { bookId: book.id, fiscalYear, forms: count };
      }
      return ok(best);
    },

    'book.check': async ({ bookId, fiscalYear, parts }, { signal }) => {
      const book = await bookOf(bookId);
      if (!book) return err({ kind: 'badRequest', detail: 'bookId' });
      const content = await bookContent(services, book, fiscalYear, signal);
      return content.ok ? ok(publicationProblems(book, chosenParts(book, parts), content.value)) : content;
    },

    'book.write': async ({ bookId, fiscalYear, parts, format, target, settings }, context) => {
      const book = await bookOf(bookId);
      const file = tokens.path(target, 'write');
      if (!book || file === undefined) return err({ kind: 'badRequest', detail: book ? 'target' : 'bookId' });
      const content = await bookContent(services, book, fiscalYear, context.signal);
      if (!content.ok) return content;
      const chosen = chosenParts(book, parts);
      const document = assembleBook(book, chosen, content.value, settings);
      const job = { document, records: [], locate: (_recordId: string, cellPath: string) => cellPath };
      const bytes = await renderExport(job, format, printPdf, context);
      if (!bytes.ok) return bytes;
      const written = await writeFileSafely(file, bytes.value);
      if (!written.ok) return written;
      const printed = definitionsOf(chosen);
      const forms = content.value.forms.filter(({ definition }) => printed.has(definition.id)).length;
      return ok({ fileName: path.basename(file), forms, bytes: written.value.bytes });
    },
  };
}

/** The parts chosen, in their order; all of the book unless told. */
function chosenParts(book: BookDefinition, ids: readonly string[] | null): readonly BookPart[] {
  if (ids === null) return book.parts;
  return ids.flatMap((id) => book.parts.find((part) => part.id === id) ?? []);
}

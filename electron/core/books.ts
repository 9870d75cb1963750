import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BookContent } from '../../shared/book/assemble.ts';
import { type BookDefinition, bookDefinitionSchema, definitionsOf } from '../../shared/book/book-definition.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { withoutUnitCode } from '../../shared/domain/unit-name.ts';
import type { CancelSignal } from '../../shared/rpc/cancel.ts';
import { loadForms } from './load-forms.ts';
import type { CoreServices } from './services.ts';
import { readSettings } from './workspace-settings.ts';

/**
 * The disclosure books (预算公开文本) shipped with the program.
 * @throws when one is not in its shape: the installation is broken
 */
export async function loadBooks(resourcesDir: string): Promise<readonly BookDefinition[]> {
  const folder = path.join(resourcesDir, 'books');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.map((text) => bookDefinitionSchema.parse(JSON.parse(text)));
}

/** The name most forms are filed under, without the unit's code in front of it (`361某局`). */
function unitOfForms(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const name = withoutUnitCode(unit);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What a book of a year is made of: the unit's forms in their order. */
export async function bookContent(
  services: CoreServices,
  book: BookDefinition,
  fiscalYear: number,
  signal: CancelSignal,
): Promise<Result<BookContent, AppError>> {
  const listed = services.store.list({ fiscalYear, query: '' });
  if (!listed.ok) return listed;
  const settings = readSettings(services.store);
  if (!settings.ok) return settings;
  const wanted = definitionsOf(book.parts);
  const own = listed.value.filter(({ definitionId }) => wanted.has(definitionId));
  const forms = await loadForms(
    services,
    own.map(({ id }) => id),
    signal,
  );
  if (!forms.ok) return forms;
  const unit = settings.value.unit || unitOfForms(own.map((summary) => summary.unit));
  return ok({ unit, fiscalYear, forms: forms.value });
}

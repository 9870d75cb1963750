import { makeContext } from '../checks/context.ts';
import { htmlLeft } from '../checks/rules/html-left.ts';
import { placeholder } from '../checks/rules/placeholder.ts';
import { privacy } from '../checks/rules/privacy.ts';
import { textYear } from '../checks/rules/text-year.ts';
import { runRule } from '../checks/run-checks.ts';
import { tableRows } from '../domain/answers.ts';
import { placeName } from '../forms/place-name.ts';
import { summaryTitle } from '../forms/shape.ts';
import { isClosedCell } from '../forms/table-rows.ts';
import type { PublicationProblem } from '../rpc/book-types.ts';
import type { BookContent, BookForm } from './assemble.ts';
import { type BookDefinition, type BookPart, definitionsOf } from './book-definition.ts';

/** What nobody may publish unseen: personal data, texts left to be filled in, mark-up, another year. */
const PUBLICATION_RULES = [privacy, placeholder, htmlLeft, textYear];

function problemsOfForm({ definition, record }: BookForm): PublicationProblem[] {
  const title = summaryTitle(definition, record.answers) || definition.name;
  const context = makeContext(definition, { answers: record.answers, fiscalYear: record.fiscalYear });
  return PUBLICATION_RULES.flatMap((rule) => runRule(rule, context))
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ path, place, message }) => ({ recordId: record.id, title, path, place, message }));
}

/** Blank amounts where the book wants a figure. */
function blanksOfForm({ noBlanks }: BookDefinition, { definition, record }: BookForm): PublicationProblem[] {
  const columns = noBlanks.filter((blank) => blank.definition === definition.id).flatMap((blank) => blank.columns);
  const [table] = definition.tables;
  if (columns.length === 0 || table === undefined) return [];
  return tableRows(record.answers, table.id).flatMap((row, index) => {
    const line = table.fixed?.[index];
    return columns.flatMap((column) => {
      const isBlank = (row[column] ?? '').trim() === '' && (line === undefined || !isClosedCell(table, line, column));
      const path = `${table.id}.${index}.${column}`;
      const message = '公开时此处不能空白，没有的填 0。';
      const place = placeName(definition, path);
      return isBlank ? [{ recordId: record.id, title: definition.name, path, place, message }] : [];
    });
  });
}

/**
 * What to look at before a book is published: parts without a form, personal data, texts left to be filled in, stale
 * years, blank amounts where a figure is wanted.
 * @param parts the chosen ones
 */
export function publicationProblems(
  book: BookDefinition,
  parts: readonly BookPart[],
  content: BookContent,
): PublicationProblem[] {
  const definitions = definitionsOf(parts);
  const forms = content.forms.filter(({ definition }) => definitions.has(definition.id));
  const there = new Set(forms.map(({ definition }) => definition.id));
  const missing = parts
    .filter((part) => part.kind !== 'heading' && !there.has(part.definition))
    .map(({ title }) => ({
      recordId: null,
      title,
      path: '',
      place: '',
      message: `还没有“${title}”，公开文本中缺这一部分。`,
    }));
  return [...missing, ...forms.flatMap((form) => [...problemsOfForm(form), ...blanksOfForm(book, form)])];
}

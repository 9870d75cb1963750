import type { Answers } from '../domain/answers.ts';
import { fieldText, withField } from '../domain/answers.ts';
import type { FormDefinition } from '../forms/definition.ts';
import type { QuotedTables } from './quoted-value.ts';
import { quotesOf } from './quotes-of.ts';
import { correctFigures, tieFigures } from './tie-figures.ts';

/**
 * Lets the figures of texts follow the tables they quote: those that agreed with the tables as they were become what
 * the tables say now. A figure that stood at odds with its table is left; the checks say so.
 */
export function followFigures(
  definition: FormDefinition,
  answers: Answers,
  before: QuotedTables,
  now: QuotedTables,
): Answers {
  let followed = answers;
  for (const { id } of definition.fields) {
    const quotes = quotesOf(definition, id);
    const text = fieldText(answers, id);
    if (quotes.length === 0 || text === '') continue;
    const agreed = new Set(
      tieFigures(text, quotes, before)
        .filter(({ agrees }) => agrees === true)
        .map(({ figure }) => figure.start),
    );
    const ties = tieFigures(text, quotes, now).filter(({ figure }) => agreed.has(figure.start));
    const corrected = correctFigures(text, ties);
    if (corrected !== text) followed = withField(followed, id, corrected);
  }
  return followed;
}

import { type Answers, fieldText, tableRows } from '../domain/answers.ts';
import type { FormDefinition, ValueType } from './definition.ts';

/** A text of a form with the place it stands at. */
export interface PlacedAnswer {
  /** `annualFunds.total`, `indicators.3.target` */
  readonly path: string;
  readonly type: ValueType;
  readonly text: string;
}

/** All texts of a form that say something, fields first, then tables row by row. */
export function placedTexts(definition: FormDefinition, answers: Answers): PlacedAnswer[] {
  const fields = definition.fields.map(({ id, type }) => ({ path: id, type, text: fieldText(answers, id) }));
  const cells = definition.tables.flatMap((table) =>
    tableRows(answers, table.id).flatMap((row, index) =>
      table.columns.map(({ id, type }) => ({ path: `${table.id}.${index}.${id}`, type, text: row[id] ?? '' })),
    ),
  );
  return [...fields, ...cells].filter(({ text }) => text !== '');
}

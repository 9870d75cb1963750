import type { Answers } from '../../shared/domain/answers.ts';
import { answerAt, tableRows } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import { words } from './words.ts';

/** A cell of a form to choose from a menu. */
export interface CellChoice {
  /** Its path. */
  readonly value: string;
  readonly label: string;
}

/** So much of a text tells it from others. */
const PREVIEW = 12;

function choice(definition: FormDefinition, answers: Answers, path: string): CellChoice {
  const name = placeName(definition, path);
  const text = answerAt(answers, path).replaceAll(/\s+/gu, ' ');
  const preview = text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
  return { value: path, label: preview === '' ? name : `${name}（${preview}）` };
}

/** All cells of a form: its fields, the cells of its tables, and those of one more row of each table. */
export function cellChoices(definition: FormDefinition, answers: Answers): readonly CellChoice[] {
  const fields = definition.fields.map(({ id }) => choice(definition, answers, id));
  const cells = definition.tables.flatMap(({ id, label, columns }) => {
    const count = tableRows(answers, id).length;
    const rows = Array.from({ length: count }, (_, row) =>
      columns.map((column) => choice(definition, answers, `${id}.${row}.${column.id}`)),
    );
    const added = columns.map((column) => ({
      value: `${id}.${count}.${column.id}`,
      label: words.newRow(label, column.label),
    }));
    return [...rows.flat(), ...added];
  });
  return [...fields, ...cells];
}

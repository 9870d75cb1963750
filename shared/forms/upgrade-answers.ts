import { type AnswerRow, type Answers, fieldText, tableRows, withField, withRows } from '../domain/answers.ts';
import type { FormDefinition } from './definition.ts';
import { fieldOf } from './shape.ts';

/**
 * Brings answers of an older version of a definition to the names of this one, by its `upgrades`. What has no place any
 * more stays until the answers are brought into shape. Answers of this version or a newer one come back as they are.
 * @param version of the answers
 */
export function upgradeAnswers(definition: FormDefinition, version: number, answers: Answers): Answers {
  const due = definition.upgrades
    .filter(({ from }) => version <= from && version < definition.version)
    .sort((a, b) => a.from - b.from);
  return due.reduce(
    (upgraded, { renamed }) =>
      Object.entries(renamed).reduce((before, [old, name]) => rename(definition, before, old, name), upgraded),
    answers,
  );
}

/** Names of versions in between are none of this definition's: what a name is shows in the answers themselves. */
function rename(definition: FormDefinition, answers: Answers, old: string, name: string): Answers {
  const rows = tableRows(answers, old);
  if (rows.length > 0) return withRows(answers, name, rows);
  const [table = '', column] = name.split('.');
  if (column !== undefined && fieldOf(definition, name) === undefined && tableRows(answers, table).length > 0) {
    const [, oldColumn = ''] = old.split('.');
    const renamed = tableRows(answers, table).map(
      (row): AnswerRow => (row[oldColumn] === undefined ? row : { ...row, [column]: row[oldColumn] }),
    );
    return withRows(answers, table, renamed);
  }
  const text = fieldText(answers, old);
  return text === '' ? answers : withField(answers, name, text);
}

import { type Answers, tableRows } from '../domain/answers.ts';
import type { FormDefinition } from '../forms/definition.ts';
import { fillDown } from '../forms/shape.ts';
import { type IndicatorColumns, indicatorTablesOf, innermostCategory } from './indicator-columns.ts';
import { searchKey } from './rank.ts';
import { standardCategory } from './standard-category.ts';
import { patternOf } from './target-pattern.ts';

/** An indicator of a form, for the library. */
export interface PlacedIndicator {
  readonly level2: string;
  readonly name: string;
  /** The name as it is compared. */
  readonly key: string;
  /** As it stands in the form; `""` where it says nothing. */
  readonly target: string;
  /** Path of its name: `indicators.3.level3` */
  readonly path: string;
}

/** Longer ones are goals written into the wrong column; nobody wants them suggested. */
const LONGEST_NAME = 60;

/** A text that names nothing: empty, 无, 不适用, a mere number or dash. */
function namesNothing(key: string): boolean {
  return /^(?:无|不适用|不涉及|无此项|[\d.%/—-]*)$/u.test(key);
}

function readTable(columns: IndicatorColumns, answers: Answers): PlacedIndicator[] {
  const { table, categories, name: nameColumn, target } = columns;
  return fillDown(categories, tableRows(answers, table.id)).flatMap((row, index): PlacedIndicator[] => {
    const name = (row[nameColumn] ?? '').replace(/\s+/gu, ' ').trim();
    const key = searchKey(name);
    const level2 = standardCategory(innermostCategory(columns, row));
    if (namesNothing(key) || key.length > LONGEST_NAME || level2 === '') return [];
    // Every row holds the whole of its target, also where it has columns of its own.
    const written = (target.kind === 'whole' ? row[target.column] : row.target) ?? '';
    return [
      {
        level2,
        name,
        key,
        target: patternOf(written) === null ? '' : written.trim(),
        path: `${table.id}.${index}.${nameColumn}`,
      },
    ];
  });
}

/** All indicators of a form's tables that have a name and a category, in their order. */
export function readIndicators(definition: FormDefinition, answers: Answers): PlacedIndicator[] {
  return indicatorTablesOf(definition).flatMap((columns) => readTable(columns, answers));
}

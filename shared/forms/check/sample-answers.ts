import { type AnswerRow, type Answers, withField, withRows } from '../../domain/answers.ts';
import type { FormDefinition, TableDefinition, ValueType } from '../definition.ts';
import { leafPaths, shapeAnswers } from '../shape.ts';

/** Enough rows to show merging and repeating; a tree of subjects has thousands. */
const MOST_ROWS = 12;

/**
 * An invented form with something different in every field and column, in the definition's shape. The same for the same
 * definition, so that what is said of it can be looked into.
 */
export function sampleAnswers(definition: FormDefinition): Answers {
  let count = 0;
  const next = (type: ValueType, options: readonly string[] = []): string => {
    count += 1;
    return sampleText(type, options, count, definition.years.from);
  };
  let answers: Answers = {};
  for (const { id, type, options } of definition.fields) answers = withField(answers, id, next(type, options));
  for (const table of definition.tables) answers = withRows(answers, table.id, sampleRows(table, next));
  return shapeAnswers(definition, answers);
}

function sampleRows(table: TableDefinition, next: (type: ValueType) => string): AnswerRow[] {
  const paths = leafPaths(table.categories).slice(0, MOST_ROWS);
  const [first = []] = paths;
  const groups = paths.length > 0 ? [first, ...paths] : [[], []];
  return groups.map((path) =>
    Object.fromEntries(
      table.columns.map(({ id, type }) => {
        const level = table.groupBy.indexOf(id);
        return [id, path[level] ?? next(type)];
      }),
    ),
  );
}

function sampleText(type: ValueType, options: readonly string[], count: number, year: number): string {
  switch (type) {
    case 'amount':
      return `${count + 100}.${String(count % 100).padStart(2, '0')}`;
    case 'period':
      return `${year}.01.01-${year}.12.31`;
    case 'category':
      return options[0] ?? `示例内容${count}`;
    case 'target':
      return `≥${count}%`;
    case 'operator':
      return '≥';
    case 'figure':
      return String(count);
    case 'longText':
      return `这是示例内容，编号是${count}，按计划完成。`;
    default:
      return `示例内容${count}`;
  }
}

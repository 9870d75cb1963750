import { type AnswerRow, type Answers, withField, withRows } from '../../domain/answers.ts';
import type { FormDefinition, TableDefinition, ValueType } from '../definition.ts';
import { leafPaths, shapeAnswers } from '../shape.ts';
import type { FixedRow } from '../table-language.ts';
import { isClosedCell } from '../table-rows.ts';

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

type Next = (type: ValueType) => string;

function sampleRows(table: TableDefinition, next: Next): AnswerRow[] {
  const { fixed, tree, groups } = table;
  if (fixed) return fixed.map((line) => fixedRow(table, line, next));
  if (tree) {
    const codes = tree.levels.map((length) => '201'.padEnd(length, '01').slice(0, length));
    const subjects = codes.map((code) => ({ [tree.code]: code, [tree.name]: `示例科目${code}` }));
    return [{ [tree.code]: '', [tree.name]: tree.total }, ...subjects].map((texts) => rowWith(table, texts, next));
  }
  if (groups) {
    const texts = [groups.total, `示例单位${groups.subtotalEnding}`, '示例内容'];
    return texts.map((text) => rowWith(table, { [groups.column]: text }, next));
  }
  const paths = leafPaths(table.categories).slice(0, MOST_ROWS);
  const [first = []] = paths;
  return (paths.length > 0 ? [first, ...paths] : [[], []]).map((path) => {
    const categories = table.groupBy.flatMap((column, level) => {
      const name = path[level];
      return name === undefined ? [] : [[column, name] as const];
    });
    return rowWith(table, Object.fromEntries(categories), next);
  });
}

/** A row with some texts given and something in every other column. */
function rowWith(table: TableDefinition, texts: AnswerRow, next: Next): AnswerRow {
  return Object.fromEntries(table.columns.map(({ id, type }) => [id, texts[id] ?? next(type)]));
}

function fixedRow(table: TableDefinition, line: FixedRow, next: Next): AnswerRow {
  const texts = table.columns.map(({ id, type }) => {
    const isEmpty = type !== 'amount' || isClosedCell(table, line, id);
    return [id, line.texts[id] ?? (isEmpty ? '' : next(type))];
  });
  return Object.fromEntries(texts);
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

import type { Answers } from '../../domain/answers.ts';
import { sheetOf, textOf } from '../../grid/as-source.ts';
import type { Grid } from '../../grid/grid.ts';
import type { SourceDocument } from '../../grid/source-document.ts';
import { type AnswerChange, compareAnswers } from '../compare-answers.ts';
import type { FormDefinition } from '../definition.ts';
import { layOut } from '../lay-out.ts';
import { placeName } from '../place-name.ts';
import { recogniseDocument } from '../recognise/recognise.ts';
import { emptyAnswers } from '../shape.ts';
import { printedColumns, printedFields } from './layout-walk.ts';
import { type DataPath, type Fault, warningAt } from './problem.ts';
import { sampleAnswers } from './sample-answers.ts';

const LAYOUT: DataPath = ['layout'];

/** A way in which a form comes back from outside. */
interface Trial {
  readonly name: string;
  readonly answers: Answers;
  readonly documentOf: (grid: Grid) => SourceDocument;
}

/**
 * Lays out an empty and an invented form and reads them back, from a sheet with its merged cells and from plain text.
 * What does not come back as it was typed, or comes back as another form, is a warning at the cell in question.
 * @param definition has no faults that `findFaults` tells
 * @param others the definitions that a document is read with beside this one
 */
export function readBackFaults(definition: FormDefinition, others: readonly FormDefinition[]): Fault[] {
  const sample = sampleAnswers(definition);
  const trials: Trial[] = [
    { name: '空表', answers: emptyAnswers(definition), documentOf: sheetOf },
    { name: '填好的表', answers: sample, documentOf: sheetOf },
    { name: '不带合并信息的文本', answers: sample, documentOf: textOf },
  ];
  for (const trial of trials) {
    const faults = tryOut(definition, others, trial);
    // The later trials stumble over the same; they would only say it again.
    if (faults.length > 0) return faults;
  }
  return [];
}

function tryOut(definition: FormDefinition, others: readonly FormDefinition[], trial: Trial): Fault[] {
  const fiscalYear = definition.years.from;
  const { name, answers, documentOf } = trial;
  const grid = layOut(definition, { answers, fiscalYear });
  const known = [...others.filter(({ id }) => id !== definition.id), definition];
  const { forms, unrecognised } = recogniseDocument(documentOf(grid), known, { defaultFiscalYear: fiscalYear });
  const [form, second] = forms;
  if (form === undefined) {
    return [warningAt(LAYOUT, `${name}印出后读不回来：固定的标签太少，认不出是这张表`)];
  }
  const taken = known.find(({ id }) => id === form.definitionId);
  if (taken !== undefined && taken.id !== definition.id) {
    return [warningAt(LAYOUT, `${name}印出后会被认作“${taken.name}”（${taken.region}），请让标题或标签与它有所不同`)];
  }
  if (second !== undefined) return [warningAt(LAYOUT, `${name}印出后会被读成两张表，请检查重复的标签`)];
  const changes = compareAnswers(definition, answers, form.answers).map((change) =>
    changeFault(definition, name, change),
  );
  if (changes.length > 0) return changes;
  const [left] = [...form.unplaced, ...unrecognised];
  return left === undefined ? [] : [warningAt(LAYOUT, `${name}读回时“${left.text}”没有位置可放`)];
}

function changeFault(definition: FormDefinition, name: string, change: AnswerChange): Fault {
  const { oldPath, newPath, oldText, newText } = change;
  const path = oldPath ?? newPath ?? '';
  const place = placeName(definition, path);
  const was = oldText === '' ? '空白' : `“${oldText}”`;
  const becomes = newText === '' ? '空白' : `“${newText}”`;
  return warningAt(cellOf(definition, path), `${name}读回时${place}由${was}变成${becomes}，请检查旁边的标签`);
}

/** The cell that prints an answer. */
function cellOf(definition: FormDefinition, path: string): DataPath {
  const field = printedFields(definition).find(({ name }) => name === path);
  if (field !== undefined) return field.path.slice(0, -1);
  const [table, , column] = path.split('.');
  const columns = printedColumns(definition).filter((printed) => printed.table === table);
  const own = columns.find(({ name }) => name === column) ?? columns[0];
  return own?.path.slice(0, column === undefined ? -3 : -1) ?? LAYOUT;
}

import fc from 'fast-check';
import { assembleBook } from '../../../shared/book/assemble.ts';
import { bookDefinitionSchema } from '../../../shared/book/book-definition.ts';
import { type AnswerRow, fieldText, tableRows, withField, withRows } from '../../../shared/domain/answers.ts';
import type { FormContent } from '../../../shared/forms/lay-out.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { makeSection } from '../../../shared/paper/make-section.ts';
import { defaultPaperSettings, type PaperDocument } from '../../../shared/paper/paper-document.ts';
import { contentOf } from '../../support/arbitraries.ts';
import { shippedDefinition } from '../../support/definitions.ts';

/** The form that all figures are taken with. */
export const benchDefinition = shippedDefinition('dalian-project-target');
export const BENCH_YEAR = 2026;

/** Indicator rows of a form, as many as published ones have on average. */
const ROWS = 10;
const SEED = 20_260_101;

/** Enough drawn forms for a long table without many rows alike. */
const LEAST_DRAWN = 60;

/**
 * Forms as careful clerks fill them, all invented, each with a name of its own; the same ones in every run.
 * @param rows indicator rows of each
 */
export function inventedForms(count: number, rows: number = ROWS): readonly FormContent[] {
  const drawn = fc.sample(contentOf(benchDefinition, { texts: 'plain', maxRows: ROWS, emptyShare: 0.05 }), {
    numRuns: Math.max(count, LEAST_DRAWN),
    seed: SEED,
  });
  const table = 'indicators';
  // Every form gets as many rows as are asked for, out of all that were drawn: the generator likes short tables.
  const pool = drawn.flatMap(({ answers }) => tableRows(answers, table)).filter((row) => row.level3 !== '');
  return drawn.slice(0, count).map(({ answers }, index) => {
    const own = Array.from({ length: rows }, (_, row) => ({
      ...pool[(index * rows + row) % pool.length],
      level3: `${pool[(index * rows + row) % pool.length]?.level3 ?? ''}${row + 1}`,
    }));
    const sorted = own.toSorted((a, b) => categoriesOf(a).localeCompare(categoriesOf(b)));
    const named = withField(answers, 'projectName', `${fieldText(answers, 'projectName')}（第${index + 1}批）`);
    return { fiscalYear: BENCH_YEAR, answers: shapeAnswers(benchDefinition, withRows(named, table, sorted)) };
  });
}

function categoriesOf({ level1, level2 }: AnswerRow): string {
  return `${level1}${level2}`;
}

function inventedRecords(count: number) {
  return inventedForms(count).map((content, index) => ({
    id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    ...content,
  }));
}

/** The forms bound into a book. */
export function inventedBook(count: number): PaperDocument {
  const definition = bookDefinitionSchema.parse({
    id: 'bench-book',
    name: '预算公开文本',
    region: '示例县',
    years: { from: BENCH_YEAR },
    title: '{unit}{fiscalYear}年部门预算公开',
    parts: [{ kind: 'forms', id: 'projects', title: '项目绩效目标表', definition: benchDefinition.id }],
  });
  const forms = inventedRecords(count).map((record) => ({ definition: benchDefinition, record }));
  const content = { unit: '示例县', fiscalYear: BENCH_YEAR, forms };
  return assembleBook(definition, definition.parts, content, defaultPaperSettings);
}

/** Forms as they go to paper. */
export function inventedPaper(count: number): PaperDocument {
  const sections = inventedRecords(count).map((record) => makeSection(benchDefinition, record));
  return { title: '示例县绩效目标表', sections, settings: defaultPaperSettings };
}

import fc from 'fast-check';
import { tableRows, withField, withRows } from '../../../shared/domain/answers.ts';
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

/**
 * Forms as careful clerks fill them, all invented, each with a name of its own; the same ones in every run.
 * @param rows indicator rows of each
 */
export function inventedForms(count: number, rows: number = ROWS): readonly FormContent[] {
  // Rows are drawn for more forms than are asked for: the generator likes short tables.
  const drawn = fc.sample(contentOf(benchDefinition, { texts: 'plain', maxRows: rows, emptyShare: 0.05 }), {
    numRuns: count,
    seed: SEED,
  });
  const table = 'indicators';
  const pool = drawn.flatMap(({ answers }) => tableRows(answers, table)).filter((row) => row.level3 !== '');
  return drawn.map(({ answers }, index) => {
    const own = Array.from({ length: rows }, (_, row) => pool[(index * rows + row) % pool.length] ?? {});
    const sorted = own.toSorted((a, b) => `${a.level1}${a.level2}`.localeCompare(`${b.level1}${b.level2}`));
    const named = withField(answers, 'projectName', `${String(answers.projectName ?? '')}（第${index + 1}批）`);
    return { fiscalYear: BENCH_YEAR, answers: shapeAnswers(benchDefinition, withRows(named, table, sorted)) };
  });
}

/** Forms as they go to paper. */
export function inventedPaper(count: number): PaperDocument {
  const sections = inventedForms(count).map((content, index) => {
    const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
    return makeSection(benchDefinition, { id, ...content });
  });
  return { title: '示例县绩效目标表', sections, settings: defaultPaperSettings };
}

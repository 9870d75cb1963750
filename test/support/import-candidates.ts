import { shapeAnswers } from '../../shared/forms/shape.ts';
import type { ImportCandidate, ImportMatch } from '../../shared/rpc/import-types.ts';
import { sampleDefinition } from './sample-form.ts';

/** An invented form as it was found in a document. */
export function candidate(match: ImportMatch, extra: Partial<ImportCandidate> = {}): ImportCandidate {
  return {
    definitionId: sampleDefinition.id,
    fiscalYear: 2026,
    isYearFromSource: true,
    source: { file: '示例.xlsx', place: '第1张表' },
    origin: { source: 0, row: '第1行' },
    answers: shapeAnswers(sampleDefinition, {
      projectName: '村医补助',
      annualGoal: '按月发放。',
      indicators: [{ level1: '产出指标', level2: '数量指标', level3: '人数', target: '=160人' }],
    }),
    unplaced: [],
    notes: [],
    match,
    ...extra,
  };
}

/** The same with two texts that found no place. */
export const withTexts = candidate(
  { kind: 'new' },
  {
    unplaced: [
      { text: '补充一', place: '第3行' },
      { text: '≥95%', place: '第9行' },
    ],
  },
);

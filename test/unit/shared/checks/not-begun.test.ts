import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeness } from '../../../../shared/checks/completeness.ts';
import { makeContext } from '../../../../shared/checks/context.ts';
import { isNotBegun } from '../../../../shared/checks/not-begun.ts';
import { runChecks } from '../../../../shared/checks/run-checks.ts';
import type { Answers } from '../../../../shared/domain/answers.ts';
import { countFindings, countProblems, isProblem, unfilledPlaces } from '../../../../shared/domain/finding.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import {
  output,
  sampleDefinition,
  sampleYear,
  soundAnswers,
  soundWith,
  withIndicators,
} from '../../../support/sample-form.ts';

const check = (answers: Answers) => runChecks(sampleDefinition, { answers, fiscalYear: sampleYear });
const problems = (answers: Answers) =>
  check(answers)
    .filter(isProblem)
    .map(({ ruleId, path }) => `${ruleId} ${path}`);
const unfilled = (answers: Answers) => unfilledPlaces(check(answers)).map(({ path }) => path);

describe('what is not begun', () => {
  it('is a required field that is empty', () => {
    expect(problems(soundWith({ department: '' }))).toEqual([]);
    expect(unfilled(soundWith({ department: '' }))).toEqual(['department']);
    expect(unfilled(soundAnswers)).toEqual([]);
  });

  it('is a table without rows, also one with nothing in its rows, once however many rules ask for it', () => {
    for (const rows of [[], [{ level1: '', level2: '', level3: '', target: '' }]]) {
      expect(problems(withIndicators(rows))).toEqual([]);
      expect(unfilled(withIndicators(rows))).toEqual(['indicators']);
    }
  });

  it('is a required cell of a row that was begun, and not a category that was passed over', () => {
    const answers = withIndicators([output('借阅人次', '')]);
    expect(unfilled(answers)).toEqual(['indicators.0.target']);
    expect(problems(answers)).toContain('satisfaction-present indicators');
  });

  it('is not what another rule says of an empty place', () => {
    const context = makeContext(sampleDefinition, { answers: {}, fiscalYear: sampleYear });
    const problem = { path: 'annualFunds.total', message: '请核对。' };
    expect([isNotBegun(context, 'required', problem), isNotBegun(context, 'sum', problem)]).toEqual([true, false]);
  });

  describe.each(shippedDefinitions)('on $id', (definition) => {
    it('is all there is in a form just created', () => {
      const answers = shapeAnswers(definition, {});
      const findings = runChecks(definition, { answers, fiscalYear: sampleYear });
      expect(countProblems(findings)).toMatchObject({ error: 0, warning: 0 });
    });

    it('is lacking to completeness: what is complete and without problems has no error at all', () => {
      fc.assert(
        fc.property(contentOf(definition), (content) => {
          const findings = runChecks(definition, content);
          const { missing, percent } = completeness(definition, content.answers);
          for (const { path } of unfilledPlaces(findings)) expect(missing).toContain(path);
          if (percent === 100) expect(countProblems(findings).error).toBe(countFindings(findings).error);
        }),
        { numRuns: 40 },
      );
    });
  });
});

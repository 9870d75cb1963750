import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../../shared/checks/all-rules.ts';
import { makeContext } from '../../../../shared/checks/context.ts';
import { runChecks, runRule } from '../../../../shared/checks/run-checks.ts';
import { answerAt, tableRows, withRows } from '../../../../shared/domain/answers.ts';
import type { Finding, Fix } from '../../../../shared/domain/finding.ts';
import { countFindings, findingSchema } from '../../../../shared/domain/finding.ts';
import type { FormDefinition } from '../../../../shared/forms/definition.ts';
import type { FormContent } from '../../../../shared/forms/lay-out.ts';
import { placeName } from '../../../../shared/forms/place-name.ts';
import { withAnswer } from '../../../../shared/forms/set-answer.ts';
import { keptRows, shapeAnswers } from '../../../../shared/forms/shape.ts';
import { contentOf, looseAnswersOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import {
  sampleDefinition,
  sampleYear,
  soundAnswers,
  soundIndicators,
  withIndicators,
} from '../../../support/sample-form.ts';

const failures = (findings: readonly Finding[]): Finding[] => findings.filter(({ outcome }) => outcome === 'fail');

function applyFix(definition: FormDefinition, { answers, fiscalYear }: FormContent, fix: Fix): FormContent {
  return { fiscalYear, answers: withAnswer(definition, answers, fix.path, fix.value) ?? answers };
}

describe('runChecks', () => {
  it('has nothing to say about a sound form', () => {
    const findings = runChecks(sampleDefinition, { answers: soundAnswers, fiscalYear: sampleYear });
    expect(failures(findings)).toEqual([]);
    expect(findings.filter(({ outcome }) => outcome === 'couldNotRun')).toEqual([]);
    expect(countFindings(findings)).toEqual({ error: 0, warning: 0, hint: 0 });
  });

  it('reports every rule, also those that passed or do not apply', () => {
    const findings = runChecks(sampleDefinition, { answers: {}, fiscalYear: sampleYear });
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(allRules.map(({ id }) => id)));
  });

  it('names the reason where a rule does not apply to the family', () => {
    const other = { ...sampleDefinition, family: 'budget-table' };
    const found = runChecks(other, { answers: soundAnswers, fiscalYear: sampleYear });
    expect(found.find(({ ruleId }) => ruleId === 'quantity-present')).toMatchObject({
      outcome: 'notApplicable',
      message: expect.stringContaining('不适用于这类表'),
    });
  });

  it('points at the rows as given, blank ones in between counted', () => {
    const blank = { level1: '', level2: '', level3: '', target: '' };
    const rows = [blank, ...soundIndicators, blank, { level3: '借阅人次', target: '%' }];
    const answers = withIndicators(rows);
    const found = failures(runChecks(sampleDefinition, { answers, fiscalYear: sampleYear }));
    expect(found.map(({ path, place }) => [path, place])).toEqual([
      ['indicators.8.target', '绩效指标第9行“年度指标值”'],
    ]);
  });

  describe.each(shippedDefinitions)('on $id', (definition) => {
    it('gives each rule an outcome, a place and a sentence, whatever the answers hold', () => {
      fc.assert(
        fc.property(looseAnswersOf(definition, sampleYear), (answers) => {
          const findings = runChecks(definition, { answers, fiscalYear: sampleYear });
          expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBe(allRules.length);
          for (const finding of findings) {
            expect(findingSchema.safeParse(finding).success).toBe(true);
            expect(finding.place).toBe(placeName(definition, finding.path));
            expect(finding.place).not.toBe(finding.path);
            expect(finding.message).toMatch(/。$/u);
            // What a person typed is quoted, exclamation marks and all.
            expect(finding.message.replaceAll(/“[\s\S]*”/gu, '')).not.toMatch(/[!！]/u);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('judges answers alike before and after they are brought into shape', () => {
      fc.assert(
        fc.property(looseAnswersOf(definition, sampleYear, { texts: 'plain' }), (answers) => {
          const count = (given: typeof answers) =>
            countFindings(runChecks(definition, { answers: given, fiscalYear: sampleYear }));
          const shaped = shapeAnswers(definition, answers);
          let typed = answers;
          for (const table of definition.tables) {
            const rows = tableRows(answers, table.id);
            // Rows that the form prescribes are there in both.
            if (table.emptyCategory || table.fixed) typed = withRows(typed, table.id, tableRows(shaped, table.id));
            else fc.pre(keptRows(table, rows).length === rows.length);
          }
          expect(count(shaped)).toEqual(count(typed));
        }),
        { numRuns: 60 },
      );
    });

    it('offers only fixes that mend: afterwards the rule no longer fails there for the same reason', () => {
      fc.assert(
        fc.property(contentOf(definition), (content) => {
          for (const finding of failures(runChecks(definition, content))) {
            const { fix } = finding;
            const rule = allRules.find(({ id }) => id === finding.ruleId);
            if (!fix || !rule) continue;
            expect(answerAt(content.answers, fix.path)).not.toBe(fix.value);
            const after = runRule(rule, makeContext(definition, applyFix(definition, content, fix)));
            const again = failures(after).filter(
              ({ path, message }) => path === finding.path && message === finding.message,
            );
            expect(again).toEqual([]);
          }
        }),
        { numRuns: 60 },
      );
    });
  });
});

describe('the rules', () => {
  it('have ids of their own, in kebab-case, a title and a source', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    for (const rule of allRules) {
      expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
      expect(rule.title).toMatch(/^[\p{Script=Han} %≥\d]+$/u);
      expect(rule.source.length).toBeGreaterThan(20);
    }
  });
});

describe('forms with the mistakes of real ones', () => {
  const found = (answers: typeof soundAnswers): Finding[] =>
    failures(runChecks(sampleDefinition, { answers, fiscalYear: sampleYear }));

  it('finds markup left in a goal', () => {
    const answers = { ...soundAnswers, annualGoal: '<p>在四个乡镇延时开放图书室。</p>' };
    expect(found(answers)).toMatchObject([
      { ruleId: 'html-left', path: 'annualGoal', message: expect.stringContaining('<p>') },
    ]);
  });

  it('finds a unit whose first character was lost', () => {
    const answers = { ...soundAnswers, implementingUnit: '例县文化旅游局第二图书馆' };
    expect(found(answers)).toMatchObject([
      { ruleId: 'unit-name', path: 'implementingUnit', message: expect.stringContaining('例县文化旅游局第二图书馆') },
    ]);
  });

  it('finds a category row left empty, in the first column or in the second', () => {
    const kept = soundIndicators.filter(({ level2 }) => level2 !== '成本指标');
    for (const empty of [
      { level1: '成本指标', level2: '', level3: '', target: '' },
      { level1: '产出指标', level2: '成本指标', level3: '', target: '' },
    ]) {
      const answers = withIndicators([...kept.slice(0, 3), empty, ...kept.slice(3)]);
      expect(found(answers)).toContainEqual(
        expect.objectContaining({ ruleId: 'empty-category', message: expect.stringContaining('成本指标') }),
      );
    }
  });
});

import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../../../shared/checks/context.ts';
import { subjectName, subjectNameNotice } from '../../../../../shared/checks/rules/subject-name.ts';
import { runRule } from '../../../../../shared/checks/run-checks.ts';
import { type Answers, tableRows } from '../../../../../shared/domain/answers.ts';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import { withAnswer } from '../../../../../shared/forms/set-answer.ts';
import { alone } from '../../../../../shared/forms/surroundings.ts';
import { type KnownSubjects, noSubjects } from '../../../../../shared/subjects/known-subjects.ts';
import { SubjectNames } from '../../../../../shared/subjects/subject-names.ts';
import { outcomes } from '../../../../support/budget-findings.ts';
import { budgetYear } from '../../../../support/budget-year.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const income = shippedDefinition('haigang-budget-income');
const dictionary = new SubjectNames([
  { code: '207', name: '文化旅游体育与传媒支出' },
  { code: '20701', name: '文化和旅游' },
  { code: '2070101', name: '行政运行' },
  { code: '2070104', name: '图书馆' },
  { code: '2070109', name: '群众文化' },
  { code: '2080101', name: '行政运行' },
]);
const knownOf = (tableYear: number | null): KnownSubjects => new Map([['functional', { dictionary, tableYear }]]);
const ofYear = knownOf(budgetYear);

const form = (...lines: readonly (readonly [code: string, name: string])[]): Answers => ({
  lines: [{ name: '合计' }, ...lines.map(([code, name]) => ({ code, name }))],
});
const both = (answers: Answers, subjects: KnownSubjects, definition = income): Finding[] => {
  const context = makeContext(definition, { answers, fiscalYear: budgetYear }, alone, subjects);
  return [subjectName, subjectNameNotice].flatMap((rule) => runRule(rule, context));
};
const failures = (found: readonly Finding[]) => found.filter(({ outcome }) => outcome === 'fail');

const sound = form(['207', '文化旅游体育与传媒支出'], ['20701', '　文化和旅游'], ['2070104', '图书馆']);
const mistaken = form(
  ['207', '文化旅游体育与传煤支出'],
  ['20701', ''],
  ['2070109', '行政运行'],
  ['2070104', '县馆购书'],
  ['2070101', '行政 运行'],
  ['2070199', '某项支出'],
);

describe('the name of a subject', () => {
  it('passes where it is that of the code, in the year of the table and in others', () => {
    expect(both(sound, ofYear).map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
    expect(both(sound, knownOf(null)).map(({ outcome }) => outcome)).toEqual(['notApplicable', 'pass']);
  });

  it("is warned of where it contradicts the year's own table; what may be meant is a hint", () => {
    expect(failures(both(mistaken, ofYear)).map(({ severity, path, message }) => [severity, path, message])).toEqual([
      [
        'warning',
        'lines.1.name',
        '科目 207 写作“文化旅游体育与传煤支出”，2026年科目表为“文化旅游体育与传媒支出”，有一字之差。',
      ],
      ['warning', 'lines.2.name', '科目 20701 没有写名称，2026年科目表为“文化和旅游”。'],
      [
        'warning',
        'lines.3.name',
        '科目 2070109 写作“行政运行”，2026年科目表为“群众文化”；“行政运行”是 2070101 的名称，请核对编码和名称。',
      ],
      ['hint', 'lines.4.name', '科目 2070104 写作“县馆购书”，2026年科目表为“图书馆”，请核对。'],
      ['hint', 'lines.5.name', '科目 2070101 写作“行政 运行”，2026年科目表为“行政运行”，中间没有空白。'],
      ['hint', 'lines.6.code', '2026年科目表中没有科目 2070199“某项支出”，请核对编码。'],
    ]);
  });

  it('is at most a hint where only the table of another year is there', () => {
    const found = failures(both(mistaken, knownOf(budgetYear - 1)));
    expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: 6 }, () => 'hint'));
    expect(found[0]?.message).toContain('2025年科目表为');
  });

  it('is at most a hint beside the shipped table, and codes that it lacks are not judged', () => {
    const found = both(mistaken, knownOf(null));
    expect(failures(found).map(({ severity, path }) => [severity, path])).toEqual([
      ['hint', 'lines.1.name'],
      ['hint', 'lines.2.name'],
      ['hint', 'lines.3.name'],
      ['hint', 'lines.4.name'],
      ['hint', 'lines.5.name'],
    ]);
    expect(outcomes(found).filter((line) => !line.startsWith('fail'))).toEqual([
      'notApplicable  科目名称与当年科目表一致：没有载入2026年的科目表。',
      'couldNotRun lines 科目编码和名称见于科目表：随程序所附的科目表不全，没有科目 2070199，未能核对；可在“科目”中载入当年的科目表。',
    ]);
    const many = both(form(['211', '甲'], ['212', '乙'], ['213', '丙'], ['214', '丁']), knownOf(null));
    expect(many.at(-1)?.message).toContain('没有科目 211、212、213 等 4 个，');
    expect(many.map(({ outcome }) => outcome)).toEqual(['notApplicable', 'couldNotRun']);
  });

  it('is mended where the mend is certain', () => {
    const mends = failures(both(mistaken, ofYear)).flatMap(({ fix }) => (fix ? [fix] : []));
    const mended = mends.reduce(
      (answers, { path, value }) => withAnswer(income, answers, path, value) ?? answers,
      mistaken,
    );
    expect(tableRows(mended, 'lines').map(({ name }) => name)).toEqual([
      '合计',
      '文化旅游体育与传媒支出',
      '文化和旅游',
      '行政运行',
      '县馆购书',
      '行政运行',
      '某项支出',
    ]);
    expect(failures(both(mended, ofYear)).map(({ path }) => path)).toEqual([
      'lines.3.name',
      'lines.4.name',
      'lines.6.code',
    ]);
  });

  it('names no code where a name is that of several, none of them beside the own one', () => {
    const [found] = failures(both(form(['207', '行政运行']), ofYear));
    expect(found?.message).toContain('“行政运行”是其他科目的名称，');
  });

  it('leaves totals and codes that are not whole to other rules', () => {
    const found = both(form(['20701041', '图书馆'], ['', '图书馆'], ['馆', '图书馆']), ofYear);
    expect(outcomes(found)).toEqual([
      'notApplicable  科目名称与当年科目表一致：表中没有科目。',
      'notApplicable  科目编码和名称见于科目表：表中没有科目。',
    ]);
  });

  it('says what it cannot judge, and what it is not for', () => {
    expect(outcomes(both(sound, noSubjects))).toEqual([
      'couldNotRun lines 科目名称与当年科目表一致：没有科目表可以对照。',
      'notApplicable  科目编码和名称见于科目表：没有科目表可以对照。',
    ]);
    const balance = both({}, ofYear, shippedDefinition('haigang-budget-balance'));
    expect(balance.map(({ message }) => message.split('：')[1])).toEqual(['本表不按科目列示。', '本表不按科目列示。']);
  });
});

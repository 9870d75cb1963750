import { describe, expect, it } from 'vitest';
import { required } from '../../../../../shared/checks/rules/required.ts';
import {
  failedPaths,
  findingsOf,
  outcomesOf,
  output,
  sampleDefinition,
  soundAnswers,
  soundWith,
  withIndicators,
} from '../../../../support/sample-form.ts';

describe('required', () => {
  it('passes when every required field and cell is filled', () => {
    expect(outcomesOf(required, soundAnswers)).toEqual(['pass']);
  });

  it('names every required field of an empty form, and no optional one', () => {
    const wanted = sampleDefinition.fields.filter((field) => field.required).map((field) => field.id);
    expect(failedPaths(required, {})).toEqual(wanted);
  });

  it('takes white space for empty', () => {
    expect(failedPaths(required, soundWith({ department: ' 　\n' }))).toEqual(['department']);
    expect(findingsOf(required, soundWith({ department: '' }))).toMatchObject([
      { place: '主管部门', message: '“主管部门”还没有填写，请补充。', severity: 'error' },
    ]);
  });

  it('asks for the rest of a row that is begun, not of one that is only a category', () => {
    const rows = [output('借阅人次', ''), output('', '', '质量指标'), output('', '≥3次', '时效指标')];
    expect(failedPaths(required, withIndicators(rows))).toEqual(['indicators.0.target', 'indicators.2.level3']);
  });

  it('does not apply where nothing is required', () => {
    const fields = sampleDefinition.fields.map((field) => ({ ...field, required: false }));
    expect(outcomesOf(required, {}, { ...sampleDefinition, fields })).toEqual(['notApplicable']);
  });
});

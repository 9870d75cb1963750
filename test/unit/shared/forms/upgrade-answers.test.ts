import { expect, it } from 'vitest';
import type { FormDefinition } from '../../../../shared/forms/definition.ts';
import { upgradeAnswers } from '../../../../shared/forms/upgrade-answers.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

/** The sample form in its fourth version, after fields, a table and a column were renamed. */
const fourth: FormDefinition = {
  ...sampleDefinition,
  version: 4,
  upgrades: [
    { from: 3, renamed: { bureau: 'department', 'money.all': 'annualFunds.total' } },
    { from: 1, renamed: { office: 'bureau', rows: 'indicators', 'rows.aim': 'indicators.target' } },
  ],
};

const old = {
  office: '示例县水务局',
  projectName: '泵站维修',
  money: { all: '12.50' },
  rows: [{ level1: '产出指标', aim: '≥3座' }],
};

it('goes through every version in between, oldest first, fields through names they only had for a while', () => {
  const renamedTwice = {
    ...fourth,
    fields: [...fourth.fields, { id: 'bureau', label: '局', type: 'text' as const, required: false }],
  };
  const upgraded = upgradeAnswers(renamedTwice, 1, old);
  expect(upgraded).toMatchObject({
    department: '示例县水务局',
    projectName: '泵站维修',
    annualFunds: { total: '12.50' },
    indicators: [{ level1: '产出指标', target: '≥3座' }],
  });
});

it('carries a name through versions that this definition has nothing of any more', () => {
  expect(upgradeAnswers(fourth, 1, old).department).toBe('示例县水务局');
});

it('leaves out the steps that the answers have behind them', () => {
  const upgraded = upgradeAnswers(fourth, 2, { office: '甲', bureau: '乙' });
  expect(upgraded).toEqual({ office: '甲', bureau: '乙', department: '乙' });
});

it('leaves answers of this version and of newer ones alone', () => {
  expect(upgradeAnswers(fourth, 4, old)).toBe(old);
  expect(upgradeAnswers(fourth, 5, old)).toBe(old);
});

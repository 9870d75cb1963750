import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allRules } from '../../../../shared/checks/all-rules.ts';
import { budgetFamilies } from '../../../../shared/checks/rule.ts';

const document = readFileSync(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');

it('docs/checks.md lists every rule as it is, in the order of the code', () => {
  const listed = document.split('\n').filter((line) => line.startsWith('| `') && line.split('|').length === 7);
  const expected = allRules.map(({ id, severity, families, title, source }) => {
    const names = families === 'all' ? 'all' : families === budgetFamilies ? 'budgets' : 'indicators';
    return `| \`${id}\` | ${severity} | ${names} | ${title} | ${source} |`;
  });
  expect(listed).toEqual(expected);
});

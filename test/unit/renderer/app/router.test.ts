import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../renderer/app/router.ts';
import { formatRoute, parseRoute } from '../../../../renderer/app/router.ts';

const routes: readonly Route[] = [
  { name: 'workbench' },
  { name: 'overview' },
  { name: 'import' },
  { name: 'definitions' },
  { name: 'settings' },
  { name: 'help' },
  { name: 'form', recordId: 'a', step: null, at: null },
  { name: 'form', recordId: 'a', step: 'funds', at: 'annualFunds.total' },
  { name: 'form', recordId: 'a/b', step: null, at: 'indicators.3.target' },
  { name: 'check', recordIds: null },
  { name: 'check', recordIds: ['a', 'b'] },
  { name: 'print', recordIds: ['a'] },
];

describe('router', () => {
  it.each(routes)('comes back to %j', (route) => {
    const state = 'recordIds' in route && route.recordIds !== null ? { recordIds: route.recordIds } : null;
    expect(parseRoute(`#${formatRoute(route)}`, state)).toEqual(route);
  });

  it.each(['', '#', '#/nowhere', '#/form', '#/print', '#/%E0%A4%A'])('shows the workbench for %j', (hash) => {
    expect(parseRoute(hash, null)).toEqual({ name: 'workbench' });
  });
});

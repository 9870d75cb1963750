import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTestEngine } from '../../../support/engines.ts';
import { makeWorkbook, worksheet } from '../../../support/workbook-files.ts';
import { expectError, expectOk, temporaryFolder } from '../../../support/workspaces.ts';

const kind = 'functional';
/** Longer than the core waits before it does what nobody asked for. */
const QUIET_MS = 5_000;

/** A workbook whose rows are texts, as a bureau would hand it round. */
function subjectWorkbook(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const file = path.join(temporaryFolder(), '科目.xlsx');
  writeFileSync(
    file,
    makeWorkbook({ sheet: worksheet(rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')) }),
  );
  return file;
}

test('the shipped table is there from the start and says that it is not whole', async () => {
  const { call } = await openTestEngine();
  for (const each of ['functional', 'economic'] as const) {
    const table = expectOk(await call('subject.get', { kind: each, fiscalYear: 2026 }));
    expect(table.tableYear).toBeNull();
    expect(table.note).toContain('不是全部');
    expect(table.subjects.length).toBeGreaterThan(50);
  }
});

test('the official table of a year comes from a workbook, and only once a person agrees', async () => {
  const { call } = await openTestEngine();
  const path = subjectWorkbook([
    ['编码', '名称'],
    ['201', '一般公共服务支出'],
    ['299', '试编类'],
  ]);
  const { token } = expectOk(await call('files.register', { path, purpose: 'read' }));
  const read = expectOk(await call('subject.read', { source: { token }, kind, fiscalYear: 2026 }));
  expect(read.subjects.map(({ code }) => code)).toEqual(['201', '299']);
  expect(read.added).toEqual([{ code: '299', name: '试编类' }]);
  expect(read.renamed).toEqual([]);
  expect(read.removed.length).toBeGreaterThan(50);
  expect(expectOk(await call('subject.get', { kind, fiscalYear: 2026 })).tableYear).toBeNull();

  expectOk(await call('subject.accept', { kind, fiscalYear: 2026, subjects: read.subjects }));
  const inForce = async (fiscalYear: number) => expectOk(await call('subject.get', { kind, fiscalYear }));
  expect(await inForce(2026)).toEqual({ subjects: read.subjects, tableYear: 2026, note: '' });
  expect(await inForce(2027)).toMatchObject({ tableYear: 2026, note: '没有载入2027年的科目表，现用2026年的。' });
  expect(await inForce(2025)).toMatchObject({ tableYear: 2026 });

  expectOk(await call('subject.accept', { kind, fiscalYear: 2026, subjects: [] }));
  expect((await inForce(2026)).tableYear).toBeNull();
});

test('a loaded table is there after the program was started again', async () => {
  const workspaceDir = temporaryFolder();
  const first = await openTestEngine(workspaceDir);
  expectOk(await first.call('subject.accept', { kind, fiscalYear: 2026, subjects: [{ code: '299', name: '试编类' }] }));
  first.engine.close();
  const second = await openTestEngine(workspaceDir);
  const { subjects } = expectOk(await second.call('subject.get', { kind, fiscalYear: 2026 }));
  expect(subjects).toEqual([{ code: '299', name: '试编类' }]);
});

/** A workspace with a budget table whose one subject has another's name. */
async function misnamedTable() {
  const { call } = await openTestEngine();
  const answers = { lines: [{ code: '207', name: '教育支出', fiscal: '1.00', total: '1.00' }] };
  const created = await call('record.create', { definitionId: 'haigang-budget-income', fiscalYear: 2026, answers });
  const { id } = expectOk(created);
  const said = async () => {
    const checked = expectOk(await call('check.run', { ids: [id] })).flatMap(({ findings }) => findings);
    const found = checked.filter(({ ruleId }) => ruleId.startsWith('subject-name'));
    return found.map(({ severity, outcome }) => `${severity} ${outcome}`);
  };
  const counted = async () => expectOk(await call('record.list', { fiscalYear: 2026 }))[0]?.findings;
  return { call, said, counted };
}

const official = [
  { code: '205', name: '教育支出' },
  { code: '207', name: '文化旅游体育与传媒支出' },
];

test('the check holds names against the shipped table, and more strictly against the one of the year', async () => {
  const { call, said } = await misnamedTable();
  expect(await said()).toEqual(['warning notApplicable', 'hint fail']);
  expectOk(await call('subject.accept', { kind, fiscalYear: 2026, subjects: official }));
  expect(await said()).toEqual(['warning fail', 'hint pass']);
  expectOk(await call('subject.accept', { kind, fiscalYear: 2026, subjects: [] }));
  expect(await said()).toEqual(['warning notApplicable', 'hint fail']);
});

test('lists are judged anew once it is quiet after a subject table was loaded', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { call, counted } = await misnamedTable();
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  const before = await counted();
  expectOk(await call('subject.accept', { kind, fiscalYear: 2026, subjects: official }));
  expect(await counted()).toEqual(before);
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  const { warning = 0, hint = 0 } = before ?? {};
  expect(await counted()).toEqual({ ...before, warning: warning + 1, hint: hint - 1 });
});

test('a file without subjects is refused in words', async () => {
  const { call } = await openTestEngine();
  const source = { name: '说明.txt', text: '本年没有变化' };
  const refused = expectError(await call('subject.read', { source, kind, fiscalYear: 2026 }));
  expect(refused).toEqual({ kind: 'fileHasNoSubjects', file: '说明.txt' });
});

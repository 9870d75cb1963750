import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { READER_LIMITS } from '../../../../electron/core/readers/limits.ts';
import { inflateEntries, listZip } from '../../../../electron/core/readers/zip.ts';
import type { Result } from '../../../../shared/domain/result.ts';
import { budgetForms, budgetYear } from '../../../support/budget-year.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { openTestEngine, type TestEngine } from '../../../support/engines.ts';
import { expectError, expectOk, temporaryFolder } from '../../../support/workspaces.ts';

const BOOK = 'haigang-disclosure';
const choice = { bookId: BOOK, fiscalYear: budgetYear, parts: null };

async function withBudget(): Promise<TestEngine> {
  const engine = await openTestEngine();
  for (const { definition, answers, fiscalYear } of budgetForms()) {
    expectOk(await engine.call('record.create', { definitionId: definition.id, fiscalYear, answers }));
  }
  expectOk(await engine.call('record.create', { definitionId: 'haigang-budget-narrative', fiscalYear: budgetYear }));
  return engine;
}

async function writtenTo(file: string, { call }: TestEngine, format: 'docx' | 'grid', parts: string[] | null = null) {
  const { token } = expectOk(await call('files.register', { path: file, purpose: 'write' }));
  return expectOk(await call('book.write', { ...choice, parts, format, target: token }));
}

async function write(engine: TestEngine, format: 'docx' | 'grid', parts: string[] | null = null): Promise<Buffer> {
  const file = path.join(temporaryFolder(), `book.${format}`);
  await writtenTo(file, engine, format, parts);
  return readFileSync(file);
}

function expectRead<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The main part of a Word document. */
function bodyOf(bytes: Buffer): string {
  const entries = expectRead(listZip(bytes, READER_LIMITS)).filter(({ name }) => name === 'word/document.xml');
  return expectRead(inflateEntries(bytes, entries, READER_LIMITS))
    .map(String)
    .join('');
}

test('every form and field that a shipped book names is there', async () => {
  const { call } = await openTestEngine();
  const [found] = expectOk(await call('book.list', { fiscalYear: budgetYear }));
  const fieldsOf = new Map(shippedDefinitions.map(({ id, fields }) => [id, fields.map((field) => field.id)]));
  const printed = new Map<string, string[]>();
  for (const part of found?.book.parts ?? []) {
    if (part.kind === 'heading') continue;
    expect([...fieldsOf.keys()]).toContain(part.definition);
    if (part.kind === 'text') printed.set(part.definition, [...(printed.get(part.definition) ?? []), ...part.fields]);
  }
  // A text that is printed in stretches is printed whole, nothing twice.
  for (const [definition, fields] of printed) expect(fields).toEqual(fieldsOf.get(definition));
});

test('a book counts the forms there are for each of its parts', async () => {
  const { call } = await withBudget();
  const [found] = expectOk(await call('book.list', { fiscalYear: budgetYear }));
  expect(found?.unit).toBe('示例县图书馆');
  expect(found?.forms).toMatchObject({ balance: 1, projects: 2, duties: 1, organisation: 0 });
  expect(expectOk(await call('book.list', { fiscalYear: 1999 }))).toEqual([]);
  expect(expectOk(await call('book.best', {}))).toMatchObject({ bookId: BOOK, fiscalYear: budgetYear });
  const problems = expectOk(await call('book.check', choice));
  expect(problems.map(({ title }) => title)).toContain('部门机构设置情况');
});

test('a workspace without such forms has no book', async () => {
  const { call } = await openTestEngine();
  expect(expectOk(await call('book.best', {}))).toBeNull();
  expect(expectError(await call('book.check', { ...choice, bookId: 'no-such-book' })).kind).toBe('badRequest');
});

test('the Word document has a table of contents with every heading, and reads back as its forms', async () => {
  const engine = await withBudget();
  const grids = JSON.parse((await write(engine, 'grid')).toString()) as { grids: { title: string }[] };
  expect(grids.grids.map(({ title }) => title).slice(0, 2)).toEqual(['示例县图书馆2026年部门预算公开', '目录']);
  const bytes = await write(engine, 'docx');
  const body = bodyOf(bytes);
  const contents = body.match(/<w:p>(?:(?!<\/w:p>).)*?<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gu) ?? [];
  const listed = contents.map((entry) => [...entry.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text]) => text).join(''));
  for (const heading of ['部门预算收支总表', '1、阅读推广绩效目标表', '三、机关运行经费安排情况']) {
    expect(listed.filter((entry) => entry.startsWith(heading) && /\d$/u.test(entry))).toHaveLength(1);
  }
  const file = path.join(temporaryFolder(), 'again.docx');
  await writtenTo(file, engine, 'docx');
  const source = expectOk(await engine.call('files.register', { path: file, purpose: 'read' }));
  const { records } = expectOk(await engine.call('import.read', { sources: [{ token: source.token }] }));
  expect(records.map(({ match }) => match.kind)).toEqual(records.map(() => 'same'));
  expect(records).toHaveLength(budgetForms().length + 1);
});

test('only the parts chosen are written', async () => {
  const engine = await withBudget();
  const grids = JSON.parse((await write(engine, 'grid', ['projects', 'balance'])).toString()) as {
    grids: { title: string }[];
  };
  expect(grids.grids.map(({ title }) => title).slice(2)).toEqual(['阅读推广', '古籍修复', '部门预算收支总表']);
  const place = path.join(temporaryFolder(), 'book.grid');
  expect((await writtenTo(place, engine, 'grid', ['projects', 'balance'])).forms).toBe(3);
});

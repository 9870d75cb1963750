import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openSheet } from '../../../shared/forms/arithmetic/budget-sheet.ts';
import { settle } from '../../../shared/forms/arithmetic/settle.ts';
import { whereFrom } from '../../../shared/forms/arithmetic/where-from.ts';
import { withAnswer } from '../../../shared/forms/set-answer.ts';
import { bookFormatSchema } from '../../../shared/rpc/book-types.ts';
import type { ExportFormat } from '../../../shared/rpc/contract.ts';
import type { Program } from '../program.ts';
import { CommandFailure, EXIT_OK, failure, note, say, sayBytes, sayJson } from './output.ts';
import { type Session, withSession } from './session.ts';

interface StoreOptions {
  readonly store?: string | undefined;
}

interface JsonOptions {
  readonly json?: boolean | undefined;
}

/** `xiancai list` */
export async function listCommand(program: Program, options: StoreOptions & JsonOptions): Promise<number> {
  const summaries = await withSession(program, options.store, (session) => session.call('record.list', {}));
  if (options.json === true) {
    sayJson({
      records: summaries.map(({ id, definitionId, title, unit, fiscalYear, status, amount, findings }) => ({
        id,
        definitionId,
        title,
        unit,
        fiscalYear,
        status,
        amount,
        findings,
      })),
    });
    return EXIT_OK;
  }
  for (const { id, fiscalYear, title, amount, amountUnit, findings } of summaries) {
    const money = amount === null ? '' : `${amount}${amountUnit}`;
    say(`${id}\t${fiscalYear}\t${title}\t${money}\t错误${findings.error} 提醒${findings.warning}`);
  }
  return EXIT_OK;
}

/** `xiancai set`: `FIELD=VALUE` for a field (`annualFunds.total`) or a table cell (`indicators.3.target`, from 0). */
export async function setCommand(
  program: Program,
  assignments: readonly string[],
  options: StoreOptions & { readonly record: string },
): Promise<number> {
  const changes = assignments.map((assignment) => {
    const at = assignment.indexOf('=');
    if (at < 1) throw new CommandFailure(`“${assignment}”应写作 项目=内容。`);
    return { field: assignment.slice(0, at), value: assignment.slice(at + 1) };
  });
  return await withSession(program, options.store, async (session) => {
    const [record] = await recordsOf(session, [options.record]);
    if (record === undefined) throw failure({ kind: 'recordMissing', id: options.record });
    const definition = await session.call('definition.get', {
      id: record.definitionId,
      version: record.definitionVersion,
    });
    let { answers } = record;
    for (const { field, value } of changes) {
      const sheet = openSheet(definition, field.split('.')[0] ?? '', answers);
      if (sheet?.isComputed(field)) throw new CommandFailure(`“${field}”不能直接填写：${whereFrom(sheet, field)}。`);
      const changed = withAnswer(definition, answers, field, value);
      if (changed === undefined) throw failure({ kind: 'fieldUnknown', field });
      answers = settle(definition, { answers }, { answers: changed });
    }
    await session.call('record.save', { id: record.id, parentRevision: record.revision, answers });
    return EXIT_OK;
  });
}

/** `xiancai export` */
export async function exportCommand(
  program: Program,
  options: StoreOptions & {
    readonly record?: readonly string[] | undefined;
    readonly all?: boolean | undefined;
    readonly book?: boolean | undefined;
    readonly format: ExportFormat;
    readonly out: string;
  },
): Promise<number> {
  const { record, all, book, format, out } = options;
  if ([record !== undefined, all === true, book === true].filter(Boolean).length !== 1)
    throw new CommandFailure('请用 --record 指明表单，用 --all 导出全部，或用 --book 装订成预算公开文本。');
  return await withSession(program, options.store, async (session) => {
    const write = book === true ? await bookWriter(session, format) : await formsWriter(session, record, format);
    if (out === '-') {
      await sayBytes(await writtenBytes(session, write, format));
      return EXIT_OK;
    }
    const target = await session.call('files.register', { path: path.resolve(out), purpose: 'write' });
    const written = await write(target.token);
    note(`已导出 ${written.forms} 张表到“${written.fileName}”。`);
    return EXIT_OK;
  });
}

/** The contract takes well-formed ids only; to a person, any other is just a form that is not there. */
async function recordsOf(session: Session, ids: readonly string[]) {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
  const foreign = ids.find((id) => !isId.test(id));
  if (foreign !== undefined) throw failure({ kind: 'recordMissing', id: foreign });
  return await session.call('record.get', { ids: [...ids] });
}

/** Writes to the place of a token. */
type Writer = (target: string) => Promise<{ readonly forms: number; readonly fileName: string }>;

async function formsWriter(
  session: Session,
  record: readonly string[] | undefined,
  format: ExportFormat,
): Promise<Writer> {
  if (record !== undefined) await recordsOf(session, record);
  const ids = record ?? (await session.call('record.list', {})).map(({ id }) => id);
  return (target) => session.call('export.write', { ids: [...ids], format, target });
}

/** The book there is most for. */
async function bookWriter(session: Session, format: ExportFormat): Promise<Writer> {
  const bookFormat = bookFormatSchema.safeParse(format);
  if (!bookFormat.success) throw new CommandFailure('预算公开文本可以导出为 docx、pdf、html、grid。');
  const best = await session.call('book.best', {});
  if (best === null) throw new CommandFailure('工作区中没有可以装订成预算公开文本的表单。');
  const { bookId, fiscalYear } = best;
  return (target) => session.call('book.write', { bookId, fiscalYear, parts: null, format: bookFormat.data, target });
}

async function writtenBytes(session: Session, write: Writer, format: ExportFormat): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xiancai-'));
  try {
    const file = path.join(folder, `export.${format}`);
    const target = await session.call('files.register', { path: file, purpose: 'write' });
    await write(target.token);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { checkAlone } from '../../shared/forms/check/check-definition.ts';
import type { DefinitionProblem } from '../../shared/forms/check/problem.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { writeFileSafely } from './writers/write-file.ts';

/** A form of a hundred rows takes 20 KB; the largest trees of subjects some hundred. */
const LIMIT_MB = 1;
const LIMIT = LIMIT_MB * 1024 * 1024;

/** A file of a folder that holds no definition that can be used. */
export interface FolderFault {
  readonly file: string;
  readonly message: string;
}

/** The definitions in a folder, in the order of their files' names; a folder that is not there holds none. */
export async function readDefinitionFolder(
  folder: string,
): Promise<{ readonly definitions: FormDefinition[]; readonly faults: FolderFault[] }> {
  const definitions: FormDefinition[] = [];
  const faults: FolderFault[] = [];
  for (const file of await definitionFiles(folder)) {
    const text = await readDefinitionText(path.join(folder, file));
    if (!text.ok) {
      faults.push({ file, message: text.error.kind === 'fileTooLarge' ? `超过 ${LIMIT_MB} MB` : '无法读取' });
      continue;
    }
    const { definition, problems } = checkAlone(text.value);
    if (definition !== undefined) definitions.push(definition);
    else faults.push({ file, message: problemSentence(problems) });
  }
  return { definitions, faults };
}

/** The first error with its place, for a sentence. */
export function problemSentence(problems: readonly DefinitionProblem[]): string {
  const first = problems.find(({ severity }) => severity === 'error');
  return first === undefined ? '' : `第 ${first.line} 行第 ${first.column} 列（${first.place}）：${first.message}`;
}

/**
 * Reads the text of a definition file from outside.
 * @returns `fileUnreadable`, `fileTooLarge`
 */
export async function readDefinitionText(file: string): Promise<Result<string, AppError>> {
  const name = path.basename(file);
  try {
    const handle = await open(file, 'r');
    try {
      // One byte more than allowed tells a file that is too large, whatever it says of itself.
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(LIMIT + 1), position: 0 });
      if (bytesRead > LIMIT) return err({ kind: 'fileTooLarge', file: name, limitMb: LIMIT_MB });
      return ok(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return err({ kind: 'fileUnreadable', file: name });
  }
}

/** Keeps a definition in a workspace's folder, exactly as it was written. Nothing but its id and version name the file. */
export async function keepDefinition(
  folder: string,
  { id, version }: FormDefinition,
  text: string,
): Promise<Result<unknown, AppError>> {
  await mkdir(folder, { recursive: true });
  return await writeFileSafely(path.join(folder, `${id}.v${version}.json`), Buffer.from(text, 'utf8'));
}

/** Takes every file of a folder away that holds this version of a definition. */
export async function dropDefinition(folder: string, id: string, version: number): Promise<void> {
  for (const { file } of await filesOf(folder, id, version)) await rm(file, { force: true });
}

/** A version of a definition as its author wrote it; undefined when no file of the folder holds it. */
export async function definitionText(folder: string, id: string, version: number): Promise<string | undefined> {
  const [found] = await filesOf(folder, id, version);
  return found?.text;
}

async function filesOf(folder: string, id: string, version: number): Promise<{ file: string; text: string }[]> {
  const found: { file: string; text: string }[] = [];
  for (const name of await definitionFiles(folder)) {
    const file = path.join(folder, name);
    const text = await readDefinitionText(file);
    const own = text.ok ? checkAlone(text.value).definition : undefined;
    if (text.ok && own?.id === id && own.version === version) found.push({ file, text: text.value });
  }
  return found;
}

async function definitionFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}

import path from 'node:path';
import { describeError } from '../../../shared/domain/app-error.ts';
import { checkDefinition } from '../../../shared/forms/check/check-definition.ts';
import type { DefinitionProblem } from '../../../shared/forms/check/problem.ts';
import { readDefinitionFolder, readDefinitionText } from '../../core/definition-files.ts';
import type { Program } from '../program.ts';
import { EXIT_FAILURE, EXIT_FINDINGS, EXIT_OK, note, say, sayJson } from './output.ts';
import { shippedDefinitions } from './read-documents.ts';
import { withSession } from './session.ts';

interface DefinitionsOptions {
  readonly check?: readonly string[] | undefined;
  readonly store?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `xiancai definitions`: what the program ships with, or, with `--check`, what is wrong with definition files. */
export async function definitionsCommand(program: Program, options: DefinitionsOptions): Promise<number> {
  if (options.check !== undefined) return await checkFiles(program, options.check, options.json === true);
  if (options.store !== undefined) return await listWorkspace(program, options.store, options.json === true);
  const shipped = await shippedDefinitions(program);
  if (options.json === true) {
    sayJson({
      definitions: shipped.all.map(({ id, version, family, name, region, years }) => ({
        id,
        version,
        family,
        name,
        region,
        years,
      })),
    });
    return EXIT_OK;
  }
  for (const { id, name, region, years } of shipped.all) say(`${id}\t${region}\t${name}\t${years.from}年起`);
  return EXIT_OK;
}

/** Those added to a workspace as well, with their versions; status 2 when one of its files cannot be used. */
async function listWorkspace(program: Program, store: string, isJson: boolean): Promise<number> {
  const { definitions, faults } = await withSession(program, store, (session) => session.call('definition.manage', {}));
  if (isJson) sayJson({ definitions, faults });
  else {
    for (const { id, version, name, region, fromYear, origin, forms } of definitions) {
      const from = origin === 'shipped' ? '自带' : '已安装';
      say(`${id}\t第 ${version} 版\t${region}\t${name}\t${fromYear}年起\t${from}\t${forms} 张表单`);
    }
  }
  for (const { file, message } of faults) note(`表样文件“${file}”没有启用，${message}。`);
  return faults.length > 0 ? EXIT_FAILURE : EXIT_OK;
}

interface CheckedFile {
  readonly file: string;
  readonly definitionId: string | null;
  readonly version: number | null;
  readonly problems: readonly DefinitionProblem[];
}

const SEVERITY_NAMES = { error: '错误', warning: '提醒' } as const;

/** Status 1 when a file has an error, 2 when one cannot be read. */
async function checkFiles(program: Program, files: readonly string[], isJson: boolean): Promise<number> {
  // One of the program's own may be the file that is wrong; the others are what it is held against.
  const { definitions: shipped } = await readDefinitionFolder(path.join(program.resourcesDir, 'forms'));
  const checked: CheckedFile[] = [];
  const failures: string[] = [];
  for (const file of files) {
    const text = await readDefinitionText(path.resolve(file));
    if (!text.ok) {
      failures.push(describeError(text.error));
      continue;
    }
    const { definition, problems } = checkDefinition(text.value, { shipped, installed: [] });
    checked.push({ file, definitionId: definition?.id ?? null, version: definition?.version ?? null, problems });
  }
  const all = checked.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const summary = { files: checked.length, error: errors, warning: all.length - errors };
  if (isJson) sayJson({ files: checked, summary });
  else describe(checked, summary);
  for (const sentence of failures) note(sentence);
  if (failures.length > 0) return EXIT_FAILURE;
  return errors > 0 ? EXIT_FINDINGS : EXIT_OK;
}

function describe(checked: readonly CheckedFile[], summary: { error: number; warning: number }): void {
  for (const { file, problems } of checked) {
    for (const { severity, line, column, place, message } of problems) {
      say(`${file}:${line}:${column}\t${SEVERITY_NAMES[severity]}\t${place}\t${message}`);
    }
  }
  say(`共 ${checked.length} 个表样文件：错误 ${summary.error}，提醒 ${summary.warning}。`);
}

import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isFiscalYear } from '../../shared/domain/fiscal-year.ts';
import { exportFormatSchema } from '../../shared/rpc/contract.ts';
import { fileLogger, newBugId } from '../core/log/logger.ts';
import { defaultWorkspaceDir } from '../shell/workspace-dir.ts';
import { checkCommand } from './cli/check-command.ts';
import { definitionsCommand } from './cli/definitions-command.ts';
import { importCommand } from './cli/import-command.ts';
import { CommandFailure, EXIT_FAILURE, EXIT_OK, endQuietlyOnBrokenPipe, failure, note } from './cli/output.ts';
import { exportCommand, listCommand, setCommand } from './cli/record-commands.ts';
import { commandTerm, helpTitle, helpUsage, usageSentence } from './cli/usage.ts';
import { programOf } from './program.ts';

const program = programOf(import.meta.url);

function year(text: string): number {
  if (!/^\d{4}$/u.test(text) || !isFiscalYear(Number(text))) throw new InvalidArgumentError('');
  return Number(text);
}

const storeOption = () => new Option('--store <文件夹>', '工作区文件夹，不写则用本机默认的工作区');
const jsonOption = () => new Option('--json', '输出一个 JSON 文档');
const readingOptions = () => [
  new Option('--definition <编号>', '只按这种表样识别'),
  new Option('--year <年度>', '文档中没有写明年度时采用的年度').argParser(year),
  new Option('--unit <名称>', '文档中没有写明填报单位时采用的单位'),
];

/** Runs a command's work and keeps its exit status. */
const running =
  <A extends readonly unknown[]>(work: (...parameters: A) => Promise<number>) =>
  async (...parameters: A): Promise<void> => {
    process.exitCode = await work(...parameters);
  };

function addCommand(parent: Command, usage: string, description: string, options: readonly Option[]): Command {
  const command = parent.command(usage).description(description);
  for (const option of options) command.addOption(option);
  return command;
}

function createCommands(): Command {
  const root = new Command('xiancai')
    .description('县财填报：导入、审核、导出绩效目标表')
    .version(program.version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({ styleTitle: helpTitle, commandUsage: helpUsage, subcommandTerm: commandTerm })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  addCommand(root, 'import <文件...>', '读取文档；给出 --store 时存入工作区', [
    ...readingOptions(),
    storeOption(),
    jsonOption(),
  ]).action(running((files: string[], options) => importCommand(program, files, options)));
  addCommand(root, 'list', '列出工作区中的表单', [storeOption(), jsonOption()]).action(
    running((options) => listCommand(program, options)),
  );
  addCommand(root, 'check [文件...]', '审核文档或工作区中的表单', [
    ...readingOptions(),
    storeOption(),
    jsonOption(),
  ]).action(running((files: string[], options) => checkCommand(program, files, options)));
  addCommand(root, 'set <项目=内容...>', '修改一张表单的若干项目', [
    new Option('--record <编号>', '表单编号').makeOptionMandatory(),
    storeOption(),
  ]).action(running((assignments: string[], options) => setCommand(program, assignments, options)));
  addCommand(root, 'export', '导出表单', [
    new Option('--record <编号...>', '表单编号'),
    new Option('--all', '全部表单'),
    new Option('--book', '装订成预算公开文本（docx、pdf、html、grid）'),
    new Option('--format <格式>', '文件格式').choices(exportFormatSchema.options).makeOptionMandatory(),
    new Option('--out <文件>', '保存位置，- 为标准输出').makeOptionMandatory(),
    storeOption(),
  ]).action(running((options) => exportCommand(program, options)));
  addCommand(root, 'definitions', '列出程序自带的表样；给出 --check 时检查表样文件', [
    new Option('--check <文件...>', '检查这些表样文件，逐条说明问题所在的行和列'),
    new Option('--store <文件夹>', '连同这个工作区中安装的表样'),
    jsonOption(),
  ]).action(running((options) => definitionsCommand(program, options)));
  return root;
}

/** Says in one sentence what went wrong; a bug goes to the log, under the id the person is told. */
function report(thrown: unknown): void {
  if (thrown instanceof CommandFailure) {
    note(thrown.message);
  } else if (thrown instanceof CommanderError) {
    note(usageSentence(thrown));
  } else {
    const id = newBugId();
    fileLogger(path.join(defaultWorkspaceDir(), 'log')).bug(id, 'command line', thrown);
    note(failure({ kind: 'internal', id }).message);
  }
}

endQuietlyOnBrokenPipe();
try {
  await createCommands().parseAsync();
} catch (thrown) {
  const isHelp = thrown instanceof CommanderError && thrown.exitCode === 0;
  if (!isHelp && !(thrown instanceof CommanderError && thrown.code === 'commander.help')) report(thrown);
  process.exitCode = isHelp ? EXIT_OK : EXIT_FAILURE;
}

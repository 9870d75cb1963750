import type { Argument, Command, CommanderError } from 'commander';

/** What is wrong with a command line, in one sentence. Commander names the culprit between quotation marks. */
export function usageSentence({ code, message }: CommanderError): string {
  const culprit = /'([^']*)'/u.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有名为“${culprit}”的命令，请用 --help 查看可用的命令。`;
    case 'commander.unknownOption':
      return `没有名为“${culprit}”的选项，请用 --help 查看可用的选项。`;
    case 'commander.missingArgument':
      return `缺少参数 ${culprit}，请用 --help 查看用法。`;
    case 'commander.optionMissingArgument':
      return `选项“${culprit}”后面缺少内容，请用 --help 查看用法。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项“${culprit}”，请用 --help 查看用法。`;
    case 'commander.invalidArgument':
      return `选项“${culprit}”的内容有误，请用 --help 查看用法。`;
    default:
      return '命令写法有误，请用 --help 查看用法。';
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** A heading of commander's help, in Chinese. */
export const helpTitle = (title: string): string => TITLES[title] ?? title;

/** An argument as help writes it: `<文件...>`, or `[文件...]` where it may be left out. */
function argumentTerm(argument: Argument): string {
  const term = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${term}>` : `[${term}]`;
}

/** A command in the list of commands: its name and arguments; its own help shows its options. */
export function commandTerm(command: Command): string {
  return [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ');
}

/** How a command is called. */
export function helpUsage(command: Command): string {
  const path = command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
  const parameters = command.commands.length > 0 ? ['<命令>'] : command.registeredArguments.map(argumentTerm);
  return [path, ...parameters, '[选项]'].join(' ');
}

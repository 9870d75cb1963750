import type { z } from 'zod';
import type { DataPath, Fault } from './problem.ts';
import { errorAt } from './problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * What a schema objects to, in words. It knows no part of any schema by name, so that whatever the definition language
 * gains is checked as well. Of the alternatives of a union it speaks of the one that was most likely meant.
 * @param base where the data stands that the issues are about
 */
export function schemaFaults(issues: readonly Issue[], base: DataPath = []): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...dataPath(issue.path)];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return schemaFaults(likeliest(issue.errors), path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => errorAt([...path, key], `表样中没有“${key}”这一项，请检查拼写或位置`));
    }
    return [errorAt(path, sentence(issue))];
  });
}

function dataPath(path: readonly PropertyKey[]): DataPath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

/** The alternative whose own parts fit best: what is wrong with it lies deepest, then what has the fewest faults. */
function likeliest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const [best = []] = alternatives.toSorted(
    (a, b) => faultsAtTop(a) - faultsAtTop(b) || schemaFaults(a).length - schemaFaults(b).length,
  );
  return best;
}

/** How many parts of the data itself, not of parts inside it, are missing, of another type or unknown. */
function faultsAtTop(issues: readonly Issue[]): number {
  return issues.reduce((count, issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return count + issue.keys.length;
    if (issue.path.length === 0) return count + 10;
    return issue.path.length === 1 && isMissing(issue) ? count + 2 : count;
  }, 0);
}

function isMissing(issue: Issue): boolean {
  return issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字（用英文双引号括起）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '一个列表（方括号）',
  object: '一组内容（花括号）',
  record: '一组内容（花括号）',
};

/** One Chinese sentence for an issue that is none of a union. */
function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${isMissing(issue) ? '缺少这一项，应为' : '应为'}${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${isMissing(issue) ? '缺少这一项，' : ''}${oneOf(issue.values)}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return issue.origin === 'string'
        ? `最多 ${issue.maximum} 个字`
        : issue.origin === 'array'
          ? `最多 ${issue.maximum} 个`
          : `不能大于 ${issue.maximum}`;
    case 'invalid_format':
      return ownWords(issue.message) ?? `写法不符合规定${'pattern' in issue ? `（${String(issue.pattern)}）` : ''}`;
    case 'invalid_key':
      return '名称的写法不符合规定';
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined ? oneOf(issue.options) : '不是这里可以用的任何一种';
    default:
      return ownWords(issue.message) ?? '内容不符合规定';
  }
}

function oneOf(values: readonly unknown[]): string {
  const names = values.map((value) => `“${String(value)}”`).join('、');
  return values.length > 1 ? `应为${names}之一` : `应为${names}`;
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') return issue.minimum === 1 ? '不能为空' : `至少 ${issue.minimum} 个字`;
  if (issue.origin === 'array') return `至少要有 ${issue.minimum} 个`;
  return issue.inclusive === true ? `不能小于 ${issue.minimum}` : `必须大于 ${issue.minimum}`;
}

/** The words the schema itself has for it, when they are Chinese and not the library's. */
function ownWords(message: string): string | undefined {
  return /^\p{Script=Han}/u.test(message) && !/^无效|^输入/u.test(message) ? message : undefined;
}

import { evaluate, iterator, type MemberNode, type Node, parse, type ValueNode } from '@humanwhocodes/momoa';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DataPath } from './problem.ts';

/** A place in a text, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** What a JSON text says, and where. */
export interface LocatedJson {
  readonly value: unknown;
  /** Where something begins: a member at its name. What is not there is where it is missing from. */
  positionOf(path: DataPath): TextPosition;
  /** Names given twice in one object; the later one would silently win. */
  readonly duplicates: readonly DataPath[];
}

/** Why a text is no JSON. */
export interface SyntaxFault {
  readonly position: TextPosition;
  readonly message: string;
}

/** Deeper than any form needs; a text of nothing but brackets must not exhaust the stack. */
const DEEPEST = 60;
/** Control characters that JSON does not take as they are; DEL and those above it are allowed. */
const CONTROL = /[^\P{Cc}\u007F-\u009F]/u;
const START: TextPosition = { line: 1, column: 1 };

/** Reads a JSON text so that everything in it can be told by its line and column. A byte order mark is passed over. */
export function readJson(raw: string): Result<LocatedJson, SyntaxFault> {
  const text = raw.replace(/^\uFEFF/u, '');
  const tooDeep = depthExceeded(text);
  if (tooDeep !== undefined) {
    return err({ position: positionAt(text, tooDeep), message: `嵌套超过 ${DEEPEST} 层，表样不会这样深` });
  }
  const tree = parsed(text);
  if (!tree.ok) return tree;
  const broken = brokenString(tree.value, text);
  if (broken !== undefined) {
    return err({ position: broken, message: '文字里不能直接换行或使用制表符，换行请写作 \\n' });
  }
  const root = tree.value;
  return ok({
    value: evaluate(root),
    positionOf: (path) => positionOf(root, path),
    duplicates: duplicatesIn(root, []),
  });
}

function parsed(text: string): Result<ValueNode, SyntaxFault> {
  try {
    return ok(parse(text, { ranges: true }).body);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'offset' in thrown && typeof thrown.offset === 'number')) throw thrown;
    const { offset } = thrown;
    if (text.trim() !== '' && isCutOff(thrown, text.slice(offset))) {
      return err({
        position: positionAt(text, text.trimEnd().length),
        message: '文件到此中断，前面有括号或引号没有合上',
      });
    }
    return err({ position: positionAt(text, offset), message: syntaxSentence(text, offset) });
  }
}

/** Whether a text ends too early. The parser then names its last token, whole or not, or nothing at all. */
function isCutOff(thrown: Error, rest: string): boolean {
  return thrown.message.includes('end of input') || /^(?:"(?:[^"\\]|\\.)*"?|[-+\w.]+|[,:[{])$/u.test(rest.trimEnd());
}

function syntaxSentence(text: string, offset: number): string {
  if (text.trim() === '') return '文件是空的';
  const found = text.slice(offset).match(/^\S/u)?.[0] ?? '';
  if (/^[“”‘’，：｛｝]/u.test(found)) return `这里用了中文标点 ${found} ，JSON 中要用英文标点`;
  if (found === '/' || found === '#') return 'JSON 文件中不能写注释';
  if (/[\]}]/u.test(found) && /,\s*$/u.test(text.slice(0, offset))) return `“${found}”前面多了一个逗号`;
  return `这里不应有“${found}”，请检查前面的逗号、冒号、引号和括号`;
}

/**
 * Where the nesting goes deeper than allowed; brackets inside strings do not count. A string that is not closed goes on
 * to the end: looking for another one at each quote inside it would take hours.
 */
function depthExceeded(text: string): number | undefined {
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[[\]{}]/gu)) {
    if (piece === '[' || piece === '{') depth += 1;
    else if (piece === ']' || piece === '}') depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

/** The parser takes line breaks inside a string, which JSON does not. */
function brokenString(root: Node, text: string): TextPosition | undefined {
  for (const { node } of iterator(root)) {
    if (node.type !== 'String' || node.range === undefined) continue;
    const at = text.slice(...node.range).search(CONTROL);
    if (at >= 0) return positionAt(text, node.range[0] + at);
  }
  return undefined;
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function memberOf(node: ValueNode, name: string): MemberNode | undefined {
  return node.type === 'Object' ? node.members.findLast((member) => nameOf(member) === name) : undefined;
}

function nameOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function positionOf(root: ValueNode, path: DataPath): TextPosition {
  let node = root;
  let found: Node = root;
  for (const step of path) {
    const next = typeof step === 'number' ? elementOf(node, step) : memberOf(node, step);
    if (next === undefined) break;
    found = next.type === 'Member' ? next.name : next;
    node = next.type === 'Member' ? next.value : next;
  }
  const { start } = found.loc ?? { start: START };
  return { line: start.line, column: start.column };
}

function elementOf(node: ValueNode, index: number): ValueNode | undefined {
  return node.type === 'Array' ? node.elements[index]?.value : undefined;
}

function duplicatesIn(node: ValueNode, path: DataPath): DataPath[] {
  if (node.type === 'Array') {
    return node.elements.flatMap(({ value }, index) => duplicatesIn(value, [...path, index]));
  }
  if (node.type !== 'Object') return [];
  const names = node.members.map(nameOf);
  return node.members.flatMap((member, index) => {
    const own = [...path, nameOf(member)];
    return [...(names.indexOf(nameOf(member)) < index ? [own] : []), ...duplicatesIn(member.value, own)];
  });
}

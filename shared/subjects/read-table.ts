import type { GridCell, GridRow } from '../grid/grid.ts';
import { isSubjectCode, parentCode, type Subject, type SubjectKind, subjectSchema } from './subject.ts';

/** What a workbook or document held of a subject table. */
export interface SubjectTable {
  /** Each code once, ascending. */
  readonly subjects: readonly Subject[];
  /** In words, with its place: a code with two names, a subject whose class the table lacks. */
  readonly problems: readonly string[];
}

/** The code's digits from its cells (`210` `04` `01`, or `2100401`, or `210.04.01`), undefined where they are none. */
function joinedCode(kind: SubjectKind, texts: readonly string[]): string | undefined {
  const digits = texts.join('').replace(/[\s.．·-]+/gu, '');
  return isSubjectCode(kind, digits) ? digits : undefined;
}

const isDigits = (text: string): boolean => /^[\d\s.．·-]+$/u.test(text);

/**
 * Codes of a table that prints 类, 款 and 项 in columns of their own, each row only its last one:
 * `210 | | `, ` | 04 | `, ` | | 01`. The outer ones are carried down.
 */
class SplitCodes {
  readonly #kind: SubjectKind;
  #parts: readonly { readonly column: number; readonly digits: string }[] = [];

  constructor(kind: SubjectKind) {
    this.#kind = kind;
  }

  /** The code that ends in this cell, undefined where the cell is no part of one. */
  read(cell: GridCell): string | undefined {
    const digits = cell.text.replace(/\s+/gu, '');
    const outer = digits.length === 3 ? [] : this.#parts.filter(({ column }) => column < cell.column);
    if (digits.length !== 3 && (digits.length !== 2 || outer.length === 0)) return undefined;
    this.#parts = [...outer, { column: cell.column, digits }];
    const code = this.#parts.map((part) => part.digits).join('');
    return isSubjectCode(this.#kind, code) ? code : undefined;
  }
}

/** The subjects of a row: code cells with the name behind them, once or, in a table of two halves, twice. */
function subjectsOf(kind: SubjectKind, row: GridRow, split: SplitCodes): Subject[] {
  const subjects: Subject[] = [];
  let codeCells: GridCell[] = [];
  for (const cell of row.cells) {
    if (cell.text.trim() === '') continue;
    if (isDigits(cell.text)) {
      codeCells.push(cell);
      continue;
    }
    const splitCode = codeCells.map((codeCell) => split.read(codeCell)).at(-1);
    const code =
      joinedCode(
        kind,
        codeCells.map(({ text }) => text),
      ) ?? splitCode;
    codeCells = [];
    const parsed = subjectSchema.safeParse({ code, name: cell.text.replace(/\s+/gu, '') });
    if (parsed.success) subjects.push(parsed.data);
  }
  return subjects;
}

/**
 * Reads a table of subjects as the yearly book or a bureau's workbook prints it: a row is a code, in one column or in
 * one for each of 类 款 项, and the name beside it. What is no such row (headings, explanations) is passed over.
 */
export function readSubjectTable(kind: SubjectKind, rows: readonly GridRow[]): SubjectTable {
  const found = new Map<string, string>();
  const problems: string[] = [];
  const split = new SplitCodes(kind);
  for (const row of rows) {
    for (const { code, name } of subjectsOf(kind, row, split)) {
      const before = found.get(code);
      if (before === undefined) found.set(code, name);
      else if (before !== name) {
        problems.push(`${row.place ?? ''}：编码 ${code} 有两个名称，“${before}”和“${name}”，取前一个。`);
      }
    }
  }
  const subjects = [...found].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, name } of subjects) {
    const parent = parentCode(kind, code);
    if (parent !== undefined && !found.has(parent)) problems.push(`${code} ${name}：表中没有它的上级科目 ${parent}。`);
  }
  return { subjects, problems };
}

/** How one table of subjects differs from another. */
export interface SubjectDifference {
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
  readonly renamed: readonly { readonly code: string; readonly from: string; readonly to: string }[];
}

/** What changes when `after` takes the place of `before`. */
export function compareSubjects(before: readonly Subject[], after: readonly Subject[]): SubjectDifference {
  const old = new Map(before.map(({ code, name }) => [code, name]));
  const codes = new Set(after.map(({ code }) => code));
  return {
    added: after.filter(({ code }) => !old.has(code)),
    removed: before.filter(({ code }) => !codes.has(code)),
    renamed: after.flatMap(({ code, name }) => {
      const from = old.get(code);
      return from === undefined || from === name ? [] : [{ code, from, to: name }];
    }),
  };
}

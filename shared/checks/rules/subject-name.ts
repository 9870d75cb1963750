import type { TableDefinition } from '../../forms/definition.ts';
import { isTopRow, isWholeCode, subjectTables } from '../../forms/table-rows.ts';
import type { KnownTable } from '../../subjects/known-subjects.ts';
import type { Subject } from '../../subjects/subject.ts';
import { type SubjectRemark, subjectRemark } from '../../subjects/subject-remark.ts';
import { rowText } from '../cells.ts';
import type { CheckContext } from '../context.ts';
import { budgetFamilies, judge, notApplicable, type Problem, type Rule, type Verdict } from '../rule.ts';

/** A line that its subject table has something to say about. */
interface Remarked {
  readonly code: string;
  readonly own: string;
  readonly remark: SubjectRemark;
  readonly codePath: string;
  readonly namePath: string;
}

/** How many codes are named where there may be many. */
const MOST_NAMED = 3;

/** The lines of each table by subject, as both rules ask for them. */
const judged = new WeakMap<CheckContext, Map<TableDefinition, Remarked[] | undefined>>();

/** The remarked lines of a table; undefined where it has no line with a whole code, of which `subject-code` speaks. */
function remarkedLines(context: CheckContext, table: TableDefinition, known: KnownTable): Remarked[] | undefined {
  const tables = judged.get(context) ?? new Map<TableDefinition, Remarked[] | undefined>();
  judged.set(context, tables);
  if (!tables.has(table)) tables.set(table, remarkLines(context, table, known));
  return tables.get(table);
}

function remarkLines({ rowsOf }: CheckContext, table: TableDefinition, known: KnownTable): Remarked[] | undefined {
  const { tree } = table;
  if (!tree) return undefined;
  const lines = (rowsOf.get(table.id) ?? []).filter(
    ({ row }) => isWholeCode(tree, rowText(row, tree.code)) && !isTopRow(table, row),
  );
  if (lines.length === 0) return undefined;
  return lines.flatMap(({ index, row }) => {
    const remark = subjectRemark(table, row, known);
    if (remark === null) return [];
    const [code, own] = [rowText(row, tree.code), rowText(row, tree.name)];
    const path = (column: string) => `${table.id}.${index}.${column}`;
    return [{ code, own, remark, codePath: path(tree.code), namePath: path(tree.name) }];
  });
}

const tableWords = ({ tableYear }: KnownTable): string =>
  tableYear === null ? '随程序所附的科目表' : `${tableYear}年科目表`;

/** Whose name it is. Of several, one beside the line's own code is the likeliest to be meant. */
function meantWords(code: string, meant: readonly Subject[]): string {
  const parent = code.slice(0, -2);
  const beside = meant.filter((other) => other.code.length === code.length && other.code.startsWith(parent));
  const [only, second] = beside.length > 0 ? beside : meant;
  return only && second === undefined ? `是 ${only.code} 的名称` : '是其他科目的名称';
}

function problemOf({ code, own, remark, codePath, namePath }: Remarked, known: KnownTable): Problem {
  const source = tableWords(known);
  if (remark.kind === 'unknown') {
    const called = own === '' ? '' : `“${own}”`;
    return { path: codePath, message: `${source}中没有科目 ${code}${called}，请核对编码。` };
  }
  const { name } = remark;
  const told = `科目 ${code} 写作“${own}”，${source}为“${name}”`;
  const fix = { label: '改为科目表中的名称', path: namePath, value: name };
  switch (remark.kind) {
    case 'unnamed':
      return { path: namePath, message: `科目 ${code} 没有写名称，${source}为“${name}”。`, fix };
    case 'spaced':
      return { path: namePath, message: `${told}，中间没有空白。`, fix };
    case 'slip':
      return { path: namePath, message: `${told}，有一字之差。`, fix };
    case 'otherSubject':
      return {
        path: namePath,
        message: `${told}；“${own}”${meantWords(code, remark.meant)}，请核对编码和名称。`,
      };
    case 'otherWording':
      return { path: namePath, message: `${told}，请核对。` };
  }
}

/** Where the year's own table is there, these are mistakes. The others may have their reasons, which is a hint. */
const MISTAKES: ReadonlySet<SubjectRemark['kind']> = new Set(['unnamed', 'slip', 'otherSubject']);

/** Judges every table by subject against the subject table in force for it. */
function judgeKnown(
  context: CheckContext,
  without: (table: TableDefinition) => readonly Verdict[],
  verdictsOf: (table: TableDefinition, known: KnownTable) => readonly Verdict[],
): readonly Verdict[] {
  const trees = subjectTables(context.definition);
  if (trees.length === 0) return notApplicable('本表不按科目列示。');
  return trees.flatMap(({ table, tree }) => {
    const known = context.subjects.get(tree.dictionary);
    return known === undefined ? without(table) : verdictsOf(table, known);
  });
}

/** Of codes that a table which is not whole lacks, nothing can be said. */
function unjudgedVerdict({ id }: TableDefinition, lines: readonly Remarked[]): Verdict {
  const codes = [...new Set(lines.map(({ code }) => code))];
  const few = codes.slice(0, MOST_NAMED).join('、');
  const count = codes.length > MOST_NAMED ? ` 等 ${codes.length} 个` : '';
  const reason = `随程序所附的科目表不全，没有科目 ${few}${count}，未能核对；可在“科目”中载入当年的科目表。`;
  return { outcome: 'couldNotRun', path: id, reason };
}

const noLines = () => notApplicable('表中没有科目。');

export const subjectName: Rule = {
  id: 'subject-name',
  title: '科目名称与当年科目表一致',
  severity: 'warning',
  source:
    "政府收支分类科目 of the year, where the bureau loaded it: a line has its code's name, not that of another code",
  families: budgetFamilies,
  run: (context) =>
    judgeKnown(
      context,
      ({ id }) => [{ outcome: 'couldNotRun', path: id, reason: '没有科目表可以对照。' }],
      (table, known) => {
        const { fiscalYear } = context.content;
        if (known.tableYear !== fiscalYear) return notApplicable(`没有载入${fiscalYear}年的科目表。`);
        const lines = remarkedLines(context, table, known);
        if (lines === undefined) return noLines();
        return judge(lines.filter(({ remark }) => MISTAKES.has(remark.kind)).map((line) => problemOf(line, known)));
      },
    ),
};

export const subjectNameNotice: Rule = {
  id: 'subject-name-notice',
  title: '科目编码和名称见于科目表',
  severity: 'hint',
  source:
    '政府收支分类科目: what a unit may have worded itself, and everything held against a table of another year or the shipped one, which is not whole',
  families: budgetFamilies,
  run: (context) =>
    judgeKnown(
      context,
      () => notApplicable('没有科目表可以对照。'),
      (table, known) => {
        const lines = remarkedLines(context, table, known);
        if (lines === undefined) return noLines();
        const isOfYear = known.tableYear === context.content.fiscalYear;
        const isWhole = known.tableYear !== null;
        const told = lines.filter(({ remark: { kind } }) =>
          kind === 'unknown' ? isWhole : !(isOfYear && MISTAKES.has(kind)),
        );
        const unjudged = isWhole ? [] : lines.filter(({ remark }) => remark.kind === 'unknown');
        const problems = told.map((line) => problemOf(line, known));
        if (unjudged.length === 0) return judge(problems);
        return [...(problems.length === 0 ? [] : judge(problems)), unjudgedVerdict(table, unjudged)];
      },
    ),
};

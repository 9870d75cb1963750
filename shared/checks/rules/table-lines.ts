import { addAmounts, compareAmounts, parseAmount } from '../../domain/amount.ts';
import { fieldText } from '../../domain/answers.ts';
import type { TableDefinition } from '../../forms/definition.ts';
import { isClosedCell, isTopRow, isWholeCode, subjectTables, subtotalGroup } from '../../forms/table-rows.ts';
import type { CheckedRow } from '../cells.ts';
import { rowText } from '../cells.ts';
import type { CheckContext } from '../context.ts';
import { budgetFamilies, judge, notApplicable, type Problem, type Rule, type Verdict } from '../rule.ts';

function linesOf({ rowsOf }: CheckContext, table: string): readonly CheckedRow[] {
  return rowsOf.get(table) ?? [];
}

export const tableClosed: Rule = {
  id: 'table-closed',
  title: '没有项目的一侧不填数',
  severity: 'warning',
  source: 'The definition (fixed lines): the side of a 收支总表 that names no item has no amount',
  families: budgetFamilies,
  run: (context) => {
    const fixed = context.definition.tables.filter((table) => table.fixed);
    if (fixed.length === 0) return notApplicable('本表没有固定行。');
    return judge(
      fixed.flatMap((table) =>
        linesOf(context, table.id).flatMap(({ index, row }, position): Problem[] => {
          const line = table.fixed?.[position];
          if (!line) return [];
          return table.columns
            .filter(
              ({ id }) => line.texts[id] === undefined && isClosedCell(table, line, id) && rowText(row, id) !== '',
            )
            .map(({ id }) => ({
              path: `${table.id}.${index}.${id}`,
              message: `这里没有项目，却填了“${rowText(row, id)}”，请移到相应的项目上。`,
            }));
        }),
      ),
    );
  },
};

/** Judges each table whose lines are subjects. */
function judgeTrees(
  { definition }: CheckContext,
  problemsOf: (table: TableDefinition, tree: NonNullable<TableDefinition['tree']>) => readonly Problem[],
): readonly Verdict[] {
  const trees = subjectTables(definition);
  if (trees.length === 0) return notApplicable('本表不按科目列示。');
  return judge(trees.flatMap(({ table, tree }) => problemsOf(table, tree)));
}

export const subjectCode: Rule = {
  id: 'subject-code',
  title: '科目编码完整',
  severity: 'warning',
  source: '政府收支分类科目: 类 has 3 digits, 款 5, 项 7; the definition (tree) says which a table uses',
  families: budgetFamilies,
  run: (context) => {
    return judgeTrees(context, (table, tree) => {
      const levels = tree.levels.map((length, level) => `${tree.levelNames[level] ?? ''} ${length} 位`).join('、');
      return linesOf(context, table.id).flatMap(({ index, row }): Problem[] => {
        const code = rowText(row, tree.code);
        if (isTopRow(table, row) || isWholeCode(tree, code)) return [];
        const path = `${table.id}.${index}.${tree.code}`;
        const told = code === '' ? '没有科目编码' : `科目编码“${code}”不完整`;
        return [{ path, message: `${told}，应为${levels}数字。` }];
      });
    });
  },
};

export const subjectTwice: Rule = {
  id: 'subject-twice',
  title: '科目不重复',
  severity: 'error',
  source: 'Arithmetic: a subject that stands in two lines is added up twice',
  families: budgetFamilies,
  run: (context) => {
    return judgeTrees(context, (table, { code: column }) => {
      const seen = new Map<string, number>();
      return linesOf(context, table.id).flatMap(({ row, index }): Problem[] => {
        const code = rowText(row, column);
        const first = seen.get(code);
        if (code === '' || first === undefined) {
          seen.set(code, index);
          return [];
        }
        const path = `${table.id}.${index}.${column}`;
        return [{ path, message: `科目“${code}”在第${first + 1}行已有，请合并。` }];
      });
    });
  },
};

export const emptyTableNote: Rule = {
  id: 'empty-table-note',
  title: '空表说明与表一致',
  severity: 'warning',
  source:
    '财预〔2016〕143号: a table without amounts is disclosed all the same, with a note that says so (shaping adds it)',
  families: budgetFamilies,
  run: (context) => {
    const noted = context.definition.tables.filter(({ emptyNote }) => emptyNote !== undefined);
    if (noted.length === 0) return notApplicable('本表不要求空表说明。');
    return judge(
      noted.flatMap((table): Problem[] => {
        const field = table.emptyNote?.field ?? '';
        const note = fieldText(context.content.answers, field).trim();
        const isEmpty = linesOf(context, table.id).every(({ row }) => isTopRow(table, row));
        // An empty table gets its note when it is brought into shape; a table with lines may keep an old one.
        if (isEmpty || note === table.emptyNote?.text || !note.includes('空表')) return [];
        return [{ path: field, message: `表中有数，表下却注明“${note}”，请删去说明。` }];
      }),
    );
  },
};

export const groupLimit: Rule = {
  id: 'group-limit',
  title: '采购金额不超过项目预算',
  severity: 'warning',
  source: 'The definition (groups, limit); 政府采购法 art. 6: what is purchased keeps to the approved budget',
  families: budgetFamilies,
  run: (context) => {
    const limited = context.definition.tables.filter(({ groups }) => groups?.limit !== undefined);
    if (limited.length === 0) return notApplicable('本表没有采购上限。');
    return judge(limited.flatMap((table) => limitProblems(context, table)));
  },
};

/** The lines of one unit that name the same project. */
interface Spending {
  readonly index: number;
  readonly budget: string;
  readonly amounts: string[];
}

function limitProblems(context: CheckContext, table: CheckContext['definition']['tables'][number]): Problem[] {
  const limit = table.groups?.limit;
  if (!limit) return [];
  const spendings = new Map<string, Spending>();
  let group = '';
  for (const { index, row } of linesOf(context, table.id)) {
    const subtotal = subtotalGroup(table, row);
    if (subtotal !== undefined) group = subtotal;
    if (subtotal !== undefined || isTopRow(table, row)) continue;
    const name = rowText(row, limit.by);
    const budget = parseAmount(rowText(row, limit.notAbove));
    const amount = parseAmount(rowText(row, limit.amount));
    if (name === '' || budget === undefined || amount === undefined) continue;
    const key = `${group}\n${name}`;
    const spending = spendings.get(key);
    if (spending) spending.amounts.push(amount);
    else spendings.set(key, { index, budget, amounts: [amount] });
  }
  const unit = context.definition.amountUnit;
  return [...spendings].flatMap(([key, { index, budget, amounts }]): Problem[] => {
    const sum = addAmounts(amounts) ?? '0';
    if (compareAmounts(sum, budget) !== 1) return [];
    const name = key.slice(key.indexOf('\n') + 1);
    const path = `${table.id}.${index}.${limit.amount}`;
    return [{ path, message: `“${name}”的采购金额共 ${sum} ${unit}，超过预算资金 ${budget} ${unit}。` }];
  });
}

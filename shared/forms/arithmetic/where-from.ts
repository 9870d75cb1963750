import { rowLabel } from '../table-rows.ts';
import type { BudgetSheet } from './budget-sheet.ts';
import type { CellFormula } from './cell-formulas.ts';
import { otherPlaceWords } from './other-tables.ts';

/** More addends than these are not named one by one. */
const MOST_NAMED = 6;

/**
 * Says where a computed cell comes from, in words for a person: `合计 = 基本支出 + 项目支出`,
 * `208 社会保障和就业支出 = 其下各款之和`, `取自《部门预算支出总表》第2行…`.
 * @returns `""` for a cell that is typed
 */
export function whereFrom(sheet: BudgetSheet, path: string): string {
  const cell = sheet.cellAt(path);
  const formula = cell === undefined ? undefined : sheet.formulas.computing.get(cell);
  return formula === undefined ? '' : formulaWords(sheet, formula);
}

/** A formula in words. */
export function formulaWords(sheet: BudgetSheet, formula: CellFormula): string {
  switch (formula.source) {
    case 'below':
      return `${lineLabel(sheet, formula.cell)} = ${belowWords(sheet, formula)}`;
    case 'columns':
      return `${columnLabel(sheet, formula.cell)} = ${joined(formula, (cell) => columnLabel(sheet, cell))}`;
    case 'rows':
      return `${lineLabel(sheet, formula.cell)} = ${joined(formula, (cell) => lineLabel(sheet, cell))}`;
    case 'cell':
    case 'from':
      return cellWords(sheet, formula);
  }
}

function cellWords(sheet: BudgetSheet, formula: CellFormula): string {
  const own = (cell: number): string => `${lineLabel(sheet, cell)}的${columnLabel(sheet, cell)}`;
  const plus = [
    ...formula.plus.map(own),
    ...formula.otherPlus.map((reference) => otherPlaceWords(sheet.others, reference)),
  ];
  const minus = [
    ...formula.minus.map(own),
    ...formula.otherMinus.map((reference) => otherPlaceWords(sheet.others, reference)),
  ];
  const words = plus.join(' + ') + minus.map((word) => ` - ${word}`).join('');
  return formula.plus.length + formula.minus.length === 0 ? `取自${words}` : `等于${words}`;
}

/** What the lines below are called: 其下各款之和, 各单位小计之和. */
function belowWords(sheet: BudgetSheet, formula: CellFormula): string {
  const { tree } = sheet.table;
  if (!tree) return formula.plus.length === 1 ? '其下一行' : `其下${formula.plus.length}行之和`;
  const column = sheet.table.columns.findIndex(({ id }) => id === tree.code);
  const width = sheet.table.columns.length;
  const lengths = new Set(formula.plus.map((cell) => sheet.textIn(cell - (cell % width) + column).length));
  const [length] = lengths;
  const name = lengths.size === 1 ? tree.levelNames[tree.levels.indexOf(length ?? 0)] : undefined;
  return name === undefined ? '其下各行之和' : `其下各${name}之和`;
}

function joined(formula: CellFormula, nameOf: (cell: number) => string): string {
  const all = formula.plus.length + formula.minus.length;
  if (all > MOST_NAMED && formula.minus.length === 0) {
    const [first = 0] = formula.plus;
    return `${nameOf(first)}至${nameOf(formula.plus.at(-1) ?? first)}之和`;
  }
  return formula.plus.map(nameOf).join(' + ') + formula.minus.map((cell) => ` - ${nameOf(cell)}`).join('');
}

function columnLabel(sheet: BudgetSheet, cell: number): string {
  return sheet.table.columns[cell % sheet.table.columns.length]?.label ?? '';
}

function lineLabel(sheet: BudgetSheet, cell: number): string {
  const { columns, fixed, tree } = sheet.table;
  const row = Math.floor(cell / columns.length);
  const column = columns[cell % columns.length];
  // A two-sided line has a label for each side.
  const beside = column?.beside === undefined ? undefined : fixed?.[row]?.texts[column.beside];
  if (beside) return beside;
  const text = (id: string): string => sheet.textIn(row * columns.length + columns.findIndex((own) => own.id === id));
  const shown = Object.fromEntries(columns.map(({ id }) => [id, text(id)]));
  const label = rowLabel(sheet.table, shown, row);
  return tree && text(tree.code) === '' ? text(tree.name) || label : label;
}

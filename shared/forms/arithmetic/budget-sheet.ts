import { fenToAmount, parseAmount } from '../../domain/amount.ts';
import type { AnswerCell, AnswerRow, Answers } from '../../domain/answers.ts';
import { tableRows, withRows } from '../../domain/answers.ts';
import type { FormDefinition, TableDefinition } from '../definition.ts';
import { isClosedCell } from '../table-rows.ts';
import type { CellFormula, TableFormulas } from './cell-formulas.ts';
import { tableFormulas } from './cell-formulas.ts';
import type { FormulaGraph } from './formula-graph.ts';
import { dependents, formulaGraph } from './formula-graph.ts';
import type { CellValue, OtherTables } from './other-tables.ts';
import { cellValue, noOtherTables, otherValue } from './other-tables.ts';

/**
 * `typed`: a person fills it in. `computed`: it follows from others and cannot be typed. `suggested`: it follows from
 * others until a person types something else. `closed`: the form has no place for an amount there. `text`: no amount.
 */
export type CellKind = 'typed' | 'computed' | 'suggested' | 'closed' | 'text';

/** A cell that has become another. `text` is what the record keeps: decimal text, null where empty. */
export interface CellChange {
  readonly path: string;
  readonly text: AnswerCell;
}

/**
 * One budget table with its arithmetic, for as long as it has the same lines: whoever adds, removes or renames a line
 * opens it anew (see `settle`).
 *
 * The law: a computed cell that stands at odds with its formula keeps what it says. It was printed so in a document,
 * and only a person may replace it. All others follow, cell by cell, from what stands in the cells they use.
 */
export class BudgetSheet {
  readonly definition: FormDefinition;
  readonly table: TableDefinition;
  readonly others: OtherTables;
  readonly formulas: TableFormulas;
  private readonly graph: FormulaGraph;
  private readonly texts: string[];
  private readonly values: CellValue[];
  private readonly columnIndex: ReadonlyMap<string, number>;

  constructor(definition: FormDefinition, table: TableDefinition, rows: readonly AnswerRow[], others: OtherTables) {
    this.definition = definition;
    this.table = table;
    this.others = others;
    this.formulas = tableFormulas(table, rows);
    this.graph = formulaGraph(this.formulas.computing);
    this.columnIndex = new Map(table.columns.map(({ id }, index) => [id, index]));
    this.texts = rows.flatMap((row) => table.columns.map(({ id }) => row[id] ?? ''));
    const isAmount = table.columns.map(({ type }) => type === 'amount');
    this.values = this.texts.map((text, cell) =>
      isAmount[cell % table.columns.length] ? cellValue(text, definition.amountUnit) : undefined,
    );
  }

  /** How many lines the table has. */
  get rowCount(): number {
    return this.texts.length / this.table.columns.length;
  }

  /** The rows as they stand. */
  rows(): AnswerRow[] {
    const { columns } = this.table;
    return Array.from({ length: this.rowCount }, (_, row) =>
      Object.fromEntries(
        columns.map(({ id, type }, column) => {
          const text = this.texts[row * columns.length + column] ?? '';
          return [id, type === 'amount' && text === '' ? null : text];
        }),
      ),
    );
  }

  /** What a cell is; undefined where the table has no such place. */
  kindOf(path: string): CellKind | undefined {
    const cell = this.cellAt(path);
    const column = this.table.columns[(cell ?? 0) % this.table.columns.length];
    if (cell === undefined || column === undefined) return undefined;
    if (column.type !== 'amount') return 'text';
    const line = this.table.fixed?.[Math.floor(cell / this.table.columns.length)];
    if (line && isClosedCell(this.table, line, column.id)) return 'closed';
    const formula = this.formulas.computing.get(cell);
    // What comes from a table that is not there yet has to be typed.
    if (!formula || !this.hasSources(formula)) return 'typed';
    return formula.mayDiffer ? 'suggested' : 'computed';
  }

  /** True where a cell follows from others and cannot be typed. */
  isComputed(path: string): boolean {
    return this.kindOf(path) === 'computed';
  }

  /** True where a computed cell says something else than its formula gives, and so is not followed up. */
  isHeld(path: string): boolean {
    const cell = this.cellAt(path);
    const formula = cell === undefined ? undefined : this.formulas.computing.get(cell);
    return formula !== undefined && !this.isFree(formula) && this.evaluate(formula) !== undefined;
  }

  /** What a cell's formula gives, as the record would keep it; undefined where there is none or it cannot be worked out. */
  computedText(path: string): AnswerCell | undefined {
    const cell = this.cellAt(path);
    const formula = cell === undefined ? undefined : this.formulas.computing.get(cell);
    const value = formula && this.evaluate(formula);
    return value === undefined ? undefined : this.textFor(value);
  }

  /**
   * Types a text into a cell and works out all that follows from it.
   * @returns every cell that has become another, the typed one first; none where the table has no such cell
   */
  change(path: string, text: string): CellChange[] {
    return this.typing(path)(text);
  }

  /**
   * Begins typing into a cell. What follows it is settled here, before the first key: what is only typed on the way to
   * an amount neither frees a held cell that happens to agree with it nor holds one that followed.
   * @returns takes the text as it stands after each key, and answers as `change` does
   */
  typing(path: string): (text: string) => CellChange[] {
    const cell = this.cellAt(path);
    if (cell === undefined) return () => [];
    const affected = dependents(this.graph, cell).flatMap((user) => this.formulas.computing.get(user) ?? []);
    const free = affected.filter((formula) => this.isFree(formula));
    return (text) => {
      const before = this.texts[cell];
      this.write(cell, shaped(text, this.columnType(cell) === 'amount'));
      const changes: CellChange[] = before === this.texts[cell] ? [] : [this.changeOf(cell)];
      return [...changes, ...this.follow(free)];
    };
  }

  /** Replaces what a computed cell says by what its formula gives, and works out all that follows. */
  correct(path: string): CellChange[] {
    const text = this.computedText(path);
    return text === undefined ? [] : this.change(path, text ?? '');
  }

  /**
   * Works out every computed cell anew.
   * @param isHeld cells, by path, that keep what they say
   * @returns the cells that have become others
   */
  recalculate(isHeld: (path: string) => boolean = () => false): CellChange[] {
    const { rank } = this.graph;
    const all = [...this.formulas.computing.values()].sort((a, b) => (rank.get(a.cell) ?? 0) - (rank.get(b.cell) ?? 0));
    return this.follow(all.filter(({ cell }) => !isHeld(this.pathOf(cell))));
  }

  /** The computed cells that agree with their formulas or are empty, by path. */
  freeCells(): Set<string> {
    const formulas = [...this.formulas.computing.values()].filter((formula) => this.isFree(formula));
    return new Set(formulas.map(({ cell }) => this.pathOf(cell)));
  }

  /** The path of a cell by its number. */
  pathOf(cell: number): string {
    const width = this.table.columns.length;
    return `${this.table.id}.${Math.floor(cell / width)}.${this.table.columns[cell % width]?.id ?? ''}`;
  }

  /** The number of the cell at a path; undefined where there is none. */
  cellAt(path: string): number | undefined {
    const [table, row = '', column = ''] = path.split('.');
    const index = this.columnIndex.get(column);
    if (table !== this.table.id || index === undefined || !/^\d+$/u.test(row) || Number(row) >= this.rowCount) {
      return undefined;
    }
    return Number(row) * this.table.columns.length + index;
  }

  /** The amount in a cell. */
  valueOf(cell: number): CellValue {
    return this.values[cell];
  }

  /** The text in a cell. */
  textIn(cell: number): string {
    return this.texts[cell] ?? '';
  }

  /** What a formula gives: null where all it uses is empty, undefined where some of it cannot be read. */
  evaluate(formula: CellFormula): CellValue {
    let sum = 0n;
    let isEmpty = true;
    const add = (value: CellValue, sign: bigint): boolean => {
      if (value === undefined) return false;
      if (value === null) return true;
      sum += sign * value;
      isEmpty = false;
      return true;
    };
    for (const cell of formula.plus) if (!add(this.values[cell], 1n)) return undefined;
    for (const cell of formula.minus) if (!add(this.values[cell], -1n)) return undefined;
    for (const reference of formula.otherPlus) if (!add(otherValue(this.others, reference), 1n)) return undefined;
    for (const reference of formula.otherMinus) if (!add(otherValue(this.others, reference), -1n)) return undefined;
    return isEmpty ? null : sum;
  }

  /** An amount as the record keeps it, with as many digits as the form prints. */
  textFor(value: bigint | null): AnswerCell {
    if (value === null) return null;
    const [whole = '0', fraction = ''] = fenToAmount(value, this.definition.amountUnit).split('.');
    const digits = fraction.padEnd(this.definition.decimals, '0');
    return digits === '' ? whole : `${whole}.${digits}`;
  }

  private hasSources(formula: CellFormula): boolean {
    return [...formula.otherPlus, ...formula.otherMinus].every(
      ({ definition }) => (this.others.get(definition ?? '')?.answers ?? null) !== null,
    );
  }

  private isFree(formula: CellFormula): boolean {
    const own = this.values[formula.cell];
    if (own === null) return true;
    const computed = this.evaluate(formula);
    return own !== undefined && computed !== undefined && own === (computed ?? 0n);
  }

  private follow(formulas: readonly CellFormula[]): CellChange[] {
    const changes: CellChange[] = [];
    for (const formula of formulas) {
      const value = this.evaluate(formula);
      // 5 and 5.00 are the same amount; what stands there stays.
      if (value === undefined || value === this.values[formula.cell]) continue;
      this.write(formula.cell, this.textFor(value) ?? '');
      changes.push(this.changeOf(formula.cell));
    }
    return changes;
  }

  private write(cell: number, text: string): void {
    this.texts[cell] = text;
    if (this.columnType(cell) === 'amount') this.values[cell] = cellValue(text, this.definition.amountUnit);
  }

  private columnType(cell: number): string {
    return this.table.columns[cell % this.table.columns.length]?.type ?? 'text';
  }

  private changeOf(cell: number): CellChange {
    const text = this.texts[cell] ?? '';
    return { path: this.pathOf(cell), text: text === '' && this.columnType(cell) === 'amount' ? null : text };
  }
}

function shaped(text: string, isAmount: boolean): string {
  const clean = text.trim();
  return isAmount ? (parseAmount(clean) ?? clean) : clean;
}

/**
 * Opens a budget table with its arithmetic. `answers` are in the definition's shape.
 * @returns undefined where the form has no such table
 */
export function openSheet(
  definition: FormDefinition,
  tableId: string,
  answers: Answers,
  others: OtherTables = noOtherTables,
): BudgetSheet | undefined {
  const table = definition.tables.find(({ id }) => id === tableId);
  return table && new BudgetSheet(definition, table, tableRows(answers, tableId), others);
}

/** Answers with changed cells put in; rows without a change stay the same objects. */
export function withChanges(answers: Answers, changes: readonly CellChange[]): Answers {
  const byTable = new Map<string, Map<number, Record<string, AnswerCell>>>();
  for (const { path, text } of changes) {
    const [table = '', row = '', column = ''] = path.split('.');
    const rows = byTable.get(table) ?? new Map<number, Record<string, AnswerCell>>();
    rows.set(Number(row), { ...rows.get(Number(row)), [column]: text });
    byTable.set(table, rows);
  }
  let changed = answers;
  for (const [table, rows] of byTable) {
    const next = tableRows(answers, table).map((row, index) => {
      const cells = rows.get(index);
      return cells ? { ...row, ...cells } : row;
    });
    changed = withRows(changed, table, next);
  }
  return changed;
}

import { compareAmounts } from '../../shared/domain/amount.ts';
import type { AnswerRow } from '../../shared/domain/answers.ts';
import { tableRows } from '../../shared/domain/answers.ts';
import type { BudgetSheet, CellChange } from '../../shared/forms/arithmetic/budget-sheet.ts';
import { openSheet, withChanges } from '../../shared/forms/arithmetic/budget-sheet.ts';
import type { OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import { settle } from '../../shared/forms/arithmetic/settle.ts';
import type { FormDefinition, TableDefinition } from '../../shared/forms/definition.ts';
import { readAmount, settledAmount } from '../app/amount-text.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import { withTexts } from '../sheet/sheet-rows.ts';
import { isOpenText } from './lines.ts';

/** A text for a cell. */
export interface CellText {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** What became of texts that were put into cells: those that found no place are counted. */
export interface Applied {
  readonly rows: Rows;
  /** Amounts for cells that are computed. */
  readonly computed: number;
  /** Of these the ones that say something else than what was computed. */
  readonly differing: number;
  /** Texts for cells that the form leaves blank or prints. */
  readonly closed: number;
  /** Texts that are no amounts. */
  readonly words: number;
}

/** `-` and the like stand for an empty amount in documents. */
const EMPTY_AMOUNT = /^[-–—―/]$/u;

/** An amount as it is put into a cell; undefined where a text is none. */
export function amountOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (EMPTY_AMOUNT.test(trimmed)) return '';
  const settled = settledAmount(trimmed);
  const { kind } = readAmount(settled);
  return kind === 'amount' || kind === 'empty' ? settled : undefined;
}

/**
 * A budget table while it is edited: keeps the arithmetic open from key to key, and opens it anew whenever the rows
 * are not those it has made itself (undo, a newer version, lines added or removed).
 */
export class BudgetEditing {
  readonly definition: FormDefinition;
  readonly table: TableDefinition;
  readonly #others: OtherTables;
  #sheet: BudgetSheet | undefined;
  #rows: Rows = [];

  constructor(definition: FormDefinition, table: TableDefinition, others: OtherTables) {
    this.definition = definition;
    this.table = table;
    this.#others = others;
  }

  /** The arithmetic of some rows. */
  sheet(rows: Rows): BudgetSheet {
    if (this.#sheet && this.#rows === rows) return this.#sheet;
    const sheet = openSheet(this.definition, this.table.id, { [this.table.id]: rows }, this.#others);
    if (!sheet) throw new Error(`${this.definition.id} has no table ${this.table.id}`);
    this.#sheet = sheet;
    this.#rows = rows;
    return sheet;
  }

  pathOf(row: number, column: string): string {
    return `${this.table.id}.${row}.${column}`;
  }

  /**
   * Begins typing into a cell that can be typed into.
   * @returns gives the rows as they are once a text stands there; an amount that is not finished changes nothing
   */
  begin(rows: Rows, row: number, column: string): (text: string) => Rows {
    const path = this.pathOf(row, column);
    const isAmount = this.table.columns.some(({ id, type }) => id === column && type === 'amount');
    let current = rows;
    let sheet: BudgetSheet | undefined;
    let type: (text: string) => CellChange[] = () => [];
    return (text) => {
      const amount = isAmount ? amountOf(text) : text;
      if (amount === undefined) return current;
      const now = this.sheet(current);
      if (sheet !== now) type = now.typing(path);
      sheet = now;
      current = this.#take(current, type(amount));
      return current;
    };
  }

  /** Replaces what a computed cell says by what it comes to. */
  correct(rows: Rows, paths: readonly string[]): Rows {
    return paths.reduce((all, path) => this.#take(all, this.sheet(all).correct(path)), rows);
  }

  /** The computed cells that say something else than they come to, or nothing where they come to something. */
  openPaths(rows: Rows): string[] {
    const sheet = this.sheet(rows);
    const computing = [...sheet.formulas.computing.values()].filter(({ mayDiffer }) => !mayDiffer);
    return computing.flatMap((formula) => {
      const path = sheet.pathOf(formula.cell);
      const isMissing = sheet.valueOf(formula.cell) === null && (sheet.evaluate(formula) ?? 0n) !== 0n;
      return (isMissing || sheet.isHeld(path)) && sheet.kindOf(path) === 'computed' ? [path] : [];
    });
  }

  /** Brings the sums up to date after lines were added, removed, moved or renamed. */
  restructured(before: Rows, after: Rows): Rows {
    const { id } = this.table;
    const state = (rows: Rows) => ({ answers: { [id]: rows }, others: this.#others });
    return tableRows(settle(this.definition, state(before), state(after)), id);
  }

  /**
   * Puts texts into cells: first those that say what lines are, then the amounts.
   * @param before the rows that `rows` came of by adding lines
   */
  apply(before: Rows, rows: Rows, cells: readonly CellText[]): Applied {
    const types = new Map(this.table.columns.map(({ id, type }) => [id, type]));
    const amounts = cells.filter(({ column }) => types.get(column) === 'amount');
    const named: AnswerRow[] = [...rows];
    let closed = 0;
    for (const { row, column, text } of cells) {
      const own = named[row];
      if (!own || types.get(column) === 'amount') continue;
      if (isOpenText(this.table, own, column)) named[row] = withTexts(this.table, own, { [column]: text });
      else if (text.trim() !== '' && text.trim() !== (own[column] ?? '')) closed += 1;
    }
    let next = cells.length === amounts.length && before === rows ? rows : this.restructured(before, named);
    const left: { readonly path: string; readonly text: string }[] = [];
    let words = 0;
    for (const { row, column, text } of amounts) {
      const path = this.pathOf(row, column);
      const kind = this.sheet(next).kindOf(path);
      const amount = amountOf(text);
      if (kind === 'computed') left.push({ path, text });
      else if (kind === 'closed') closed += amount === '' ? 0 : 1;
      else if (amount === undefined) words += 1;
      else next = this.#take(next, this.sheet(next).change(path, amount));
    }
    const filled = left.filter(({ text }) => amountOf(text) !== '');
    const sheet = this.sheet(next);
    const differing = filled.filter(({ path, text }) => {
      const amount = amountOf(text);
      const own = sheet.textIn(sheet.cellAt(path) ?? -1);
      return amount === undefined || compareAmounts(amount, own === '' ? '0' : own) !== 0;
    });
    return { rows: next, computed: filled.length, differing: differing.length, closed, words };
  }

  #take(rows: Rows, changes: readonly CellChange[]): Rows {
    if (changes.length === 0) return rows;
    const { id } = this.table;
    this.#rows = tableRows(withChanges({ [id]: rows }, changes), id);
    return this.#rows;
  }
}

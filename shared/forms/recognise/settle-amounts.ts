import { addAmounts, compareAmounts, parseAmount } from '../../domain/amount.ts';
import type { FormDefinition, TableDefinition } from '../definition.ts';
import { sumTerm } from '../sum-terms.ts';

/**
 * The order of amounts that were torn from their columns, found by what has to add up: each row in itself, and the
 * rows with the printed total below them.
 */

/** A sum within each row, as positions among the amount columns. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** A whole column and the field that prints its total. */
export interface ColumnTotal {
  readonly column: number;
  readonly field: string;
}

export interface AmountSums {
  readonly rows: readonly RowSum[];
  readonly columns: readonly ColumnTotal[];
}

/** The sums a definition states over some columns of a table. */
export function amountSums(definition: FormDefinition, table: TableDefinition, columns: readonly string[]): AmountSums {
  const rows: RowSum[] = [];
  const totals: ColumnTotal[] = [];
  for (const rule of definition.rules) {
    if (rule.kind !== 'sum') continue;
    const places = rule.parts.map((part) => {
      const term = sumTerm(definition, part);
      return term?.kind === 'column' && term.table === table ? columns.indexOf(term.column.id) : -1;
    });
    if (places.includes(-1)) continue;
    const whole = sumTerm(definition, rule.total);
    const [only] = places;
    if (whole?.kind === 'column') {
      const total = whole.table === table ? columns.indexOf(whole.column.id) : -1;
      if (total >= 0) rows.push({ total, parts: places });
    } else if (whole && only !== undefined && places.length === 1) {
      totals.push({ column: only, field: rule.total });
    }
  }
  return { rows, columns: totals };
}

/** More amounts in a row than this are not tried in other orders. */
const MOST_ORDERED = 4;
/** More ways to order all rows than this are not tried. */
const MOST_WAYS = 5000;

function orders(amounts: readonly string[]): string[][] {
  if (amounts.length <= 1) return [[...amounts]];
  return amounts.flatMap((first, index) =>
    orders([...amounts.slice(0, index), ...amounts.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

function holds(amounts: readonly string[], { total, parts }: RowSum): boolean {
  const sum = addAmounts(parts.map((part) => amounts[part] ?? ''));
  return sum !== undefined && compareAmounts(amounts[total] ?? '', sum) === 0;
}

/** Larger amounts to the left: what is left empty in a form is its last columns. */
function byFalling(a: readonly string[], b: readonly string[]): number {
  for (const [index, amount] of a.entries()) {
    const order = compareAmounts(b[index] ?? '', amount) ?? 0;
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * The orders in which the amounts of a row add up, the written one first; that alone where nothing has to add up.
 * None where no order does.
 */
export function fittingOrders(written: readonly string[], sums: readonly RowSum[]): string[][] {
  const amounts = written.map((amount) => parseAmount(amount) ?? amount);
  const fits = (order: readonly string[]): boolean => sums.every((sum) => holds(order, sum));
  if (fits(amounts)) return [amounts];
  if (amounts.length > MOST_ORDERED) return [];
  const distinct = new Map(orders(amounts).map((order) => [order.join(' '), order]));
  return [...distinct.values()].filter(fits).sort(byFalling);
}

/** A column's printed total, and what the rows that stand in the table give of it. */
export interface PrintedTotal {
  readonly column: number;
  readonly total: string;
  readonly known: readonly string[];
}

export interface SettledAmounts {
  /** One order per row. */
  readonly rows: readonly (readonly string[])[];
  /** Whether all columns come to their printed totals; null where none is printed. */
  readonly agrees: boolean | null;
}

function agree(rows: readonly (readonly string[])[], totals: readonly PrintedTotal[]): boolean {
  return totals.every(({ column, total, known }) => {
    const sum = addAmounts([...known, ...rows.map((row) => row[column] ?? '')]);
    return sum !== undefined && compareAmounts(sum, total) === 0;
  });
}

/** Chooses one of the orders of each row so that the printed totals come out; the first of each where none does. */
export function settleAmounts(
  choices: readonly (readonly (readonly string[])[])[],
  totals: readonly PrintedTotal[],
): SettledAmounts {
  const first = choices.map(([order = []]) => order);
  if (totals.length === 0) return { rows: first, agrees: null };
  const ways = choices.reduce((count, { length }) => Math.min(count * length, MOST_WAYS + 1), 1);
  for (let way = 0; way < Math.min(ways, MOST_WAYS); way += 1) {
    let rest = way;
    const rows = choices.map((orders) => {
      const order = orders[rest % orders.length] ?? [];
      rest = Math.floor(rest / orders.length);
      return order;
    });
    if (agree(rows, totals)) return { rows, agrees: true };
  }
  return { rows: first, agrees: false };
}

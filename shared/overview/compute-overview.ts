import type { AmountUnit } from '../domain/amount.ts';
import { addAmounts, compareAmounts, subtractAmounts } from '../domain/amount.ts';
import type { FigureFile, OverviewFile, OverviewLines } from './overview-file.ts';
import { tablesOf } from './overview-file.ts';
import type { OverviewYear } from './overview-input.ts';
import { percentOf } from './proportion.ts';
import type { RawLine } from './read-lines.ts';
import { cellWords, readCell, readLines } from './read-lines.ts';

/** An amount beside last year's. All amounts are exact decimal text, null where there is none. */
export interface ComparedAmount {
  readonly amount: string | null;
  readonly last: string | null;
  /** `amount` less `last`, an empty one counting as nothing; null where last year's table is not held. */
  readonly change: string | null;
  /** The change in percent of `last`; null where there is nothing to compare with. */
  readonly changePercent: string | null;
}

export interface OverviewLine extends ComparedAmount {
  readonly key: string;
  readonly label: string;
  /** In percent of the sum of the figure's lines. */
  readonly share: string | null;
  /** The form it is the amount of. */
  readonly recordId: string | null;
}

export interface OverviewFigure {
  readonly id: string;
  readonly title: string;
  readonly chart: FigureFile['chart'];
  readonly lines: readonly OverviewLine[];
  /** The exact sum of the lines. */
  readonly sum: ComparedAmount;
  /** Whether last year's table or forms are held. */
  readonly hasLast: boolean;
  /** What should be the sum and is not: both as they stand, and by how much the sum is above it. */
  readonly differing: { readonly place: string; readonly stated: string; readonly difference: string } | null;
}

export interface OverviewTotal extends ComparedAmount {
  readonly title: string;
  readonly hasLast: boolean;
}

export interface Overview {
  readonly id: string;
  readonly unit: AmountUnit;
  readonly totals: readonly OverviewTotal[];
  readonly figures: readonly OverviewFigure[];
  /** Figures that wait for a table: the table's definition id. */
  readonly missing: readonly { readonly title: string; readonly definition: string }[];
}

/**
 * Works out the figures of an overview. A figure whose table is not held is `missing`, one without amounts is left out.
 * Without any of the file's tables nothing is missing: the unit may well have other forms.
 */
export function computeOverview(file: OverviewFile, year: OverviewYear, lastYear: OverviewYear): Overview {
  const unit = file.amountUnit;
  const isStarted = [...tablesOf(file)].some((id) => year.tables.has(id));
  const figures: OverviewFigure[] = [];
  const missing: Overview['missing'][number][] = [];
  for (const figure of file.figures) {
    const lines = readLines(figure.lines, year, unit);
    if (lines) {
      const computed = computeFigure(figure, lines, { year, lastYear, unit });
      if (computed) figures.push(computed);
    } else if (isStarted && 'definition' in figure.lines) {
      missing.push({ title: figure.title, definition: figure.lines.definition });
    }
  }
  const totals = file.totals.flatMap(({ title, cell }) => {
    const amount = readCell(year, cell, unit);
    if (amount === undefined) return [];
    const last = readCell(lastYear, cell, unit);
    return [{ title, ...compare(amount, last ?? null, last !== undefined), hasLast: last !== undefined }];
  });
  return { id: file.id, unit, totals, figures, missing };
}

interface Years {
  readonly year: OverviewYear;
  readonly lastYear: OverviewYear;
  readonly unit: AmountUnit;
}

function computeFigure(figure: FigureFile, lines: readonly RawLine[], years: Years): OverviewFigure | undefined {
  const { lastYear, unit } = years;
  const before = readLines(allOf(figure.lines), lastYear, unit);
  const lastLines = before === undefined || (before.length === 0 && isOfForms(figure.lines)) ? undefined : before;
  const gone = isOfForms(figure.lines) ? [] : linesWithout(lastLines ?? [], lines);
  const joined = [...lines, ...gone.map((line) => ({ ...line, amount: null }))];
  const sum = sumOf(lines);
  const lastSum = lastLines ? sumOf(lastLines) : null;
  const lastOf = new Map(lastLines?.map(({ key, amount }) => [key, amount]));
  const compared = joined.map(({ key, label, amount, recordId }): OverviewLine => {
    // What stands for several forms has no one form of last year.
    const canCompare = lastLines !== undefined && (recordId === null ? !isLargest(figure.lines) : lastOf.has(key));
    const share = amount === null || sum === null ? null : (percentOf(amount, sum) ?? null);
    return { key, label, share, recordId, ...compare(amount, lastOf.get(key) ?? null, canCompare) };
  });
  const isShown = (line: OverviewLine): boolean => figure.keepsEmpty || hasAmount(line.amount) || hasAmount(line.last);
  const shown = compared.filter(isShown);
  if (!lines.some(({ amount }) => amount !== null) || (figure.lines.kind === 'formGroups' && shown.length < 2)) {
    return undefined;
  }
  return {
    id: figure.id,
    title: figure.title,
    chart: figure.chart,
    lines: shown,
    sum: compare(sum, lastSum, lastLines !== undefined),
    hasLast: lastLines !== undefined,
    differing: differenceOf(figure, sum, years.year, years.unit),
  };
}

function isLargest(lines: OverviewLines): boolean {
  return lines.kind === 'largestForms';
}

function isOfForms(lines: OverviewLines): boolean {
  return isLargest(lines) || lines.kind === 'formGroups';
}

/** The same lines, none left out. */
function allOf(lines: OverviewLines): OverviewLines {
  return lines.kind === 'largestForms' ? { ...lines, most: Number.MAX_SAFE_INTEGER } : lines;
}

function linesWithout(lines: readonly RawLine[], others: readonly RawLine[]): readonly RawLine[] {
  const keys = new Set(others.map(({ key }) => key));
  return lines.filter(({ key }) => !keys.has(key));
}

function hasAmount(amount: string | null): boolean {
  return amount !== null && compareAmounts(amount, '0') !== 0;
}

function sumOf(lines: readonly RawLine[]): string | null {
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  return amounts.length === 0 ? null : (addAmounts(amounts) ?? null);
}

function compare(amount: string | null, last: string | null, canCompare: boolean): ComparedAmount {
  if (!canCompare || (amount === null && last === null)) return { amount, last, change: null, changePercent: null };
  const change = subtractAmounts(amount ?? '0', last ?? '0') ?? null;
  const changePercent = change === null || last === null ? null : (percentOf(change, last) ?? null);
  return { amount, last, change, changePercent };
}

function differenceOf(
  { total }: FigureFile,
  sum: string | null,
  year: OverviewYear,
  unit: AmountUnit,
): OverviewFigure['differing'] {
  const held = total && year.tables.get(total.definition);
  const stated = total && readCell(year, total, unit);
  if (!held || !stated || sum === null || compareAmounts(sum, stated) === 0) return null;
  return { place: cellWords(held, total), stated, difference: subtractAmounts(sum, stated) ?? '' };
}

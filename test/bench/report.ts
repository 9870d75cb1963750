import type { Machine } from './machine.ts';
import { judge, type Measurement, type Target } from './measurement.ts';
import type { Summary } from './statistics.ts';

/** The measurements of one figure. */
export interface FigureReport {
  readonly name: string;
  readonly measurements: readonly Measurement[];
  readonly notes: readonly string[];
}

/** Three digits tell all there is to tell. */
function short(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function span({ median, min, max, runs }: Summary, unit: string): string {
  return runs === 1 ? `${short(median)} ${unit}` : `${short(median)} ${unit} (${short(min)}–${short(max)})`;
}

function describeTarget(target: Target | undefined, unit: string): string {
  if (target === undefined) return '';
  return target.kind === 'ratio' ? `≤ ${target.value}×` : `≤ ${target.value} ${unit}`;
}

function verdictWord(isMet: boolean | null): string {
  if (isMet === null) return '';
  return isMet ? 'ok' : 'MISSED';
}

function rowOf(figure: string, measurement: Measurement): string[] {
  const { unit, what, limit, target } = measurement;
  const verdict = judge(measurement);
  return [
    figure,
    what,
    span(verdict.summary, unit),
    limit === undefined || verdict.limit === null ? '' : `${limit.what}: ${span(verdict.limit, unit)}`,
    verdict.ratio === null ? '' : `${short(verdict.ratio)}×`,
    describeTarget(target, unit),
    verdictWord(verdict.isMet),
  ];
}

const HEADINGS = ['figure', 'what the product does', 'median (least–most)', 'beside its limit', 'ratio', 'target', ''];

/** The table, as Markdown that is also readable as it stands, with the notes under it. */
export function formatTable(reports: readonly FigureReport[]): string {
  const body = reports.flatMap(({ name, measurements }) => measurements.map((one) => rowOf(name, one)));
  const widths = HEADINGS.map((heading, column) =>
    Math.max(...[heading, ...body.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const notes = reports.flatMap(({ name, notes: lines }) => lines.map((note) => `- ${name}: ${note}`));
  return [line(HEADINGS), rule, ...body.map(line), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

/** Everything as data: every single value beside what the table tells. */
export function formatJson(machine: Machine, reports: readonly FigureReport[]): string {
  const figures = reports.map(({ name, measurements, notes }) => ({
    name,
    notes,
    measurements: measurements.map((measurement) => ({ ...measurement, ...verdictOf(measurement) })),
  }));
  return `${JSON.stringify({ machine, figures }, null, 2)}\n`;
}

function verdictOf(measurement: Measurement) {
  const { summary, limit, ratio, isMet } = judge(measurement);
  return { summary, limitSummary: limit, ratio, isMet };
}

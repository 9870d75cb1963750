// npm run bench, under the project's Node, on a current build; see docs/benchmark.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';
import { budgetKeystroke } from './figures/budget-keystroke.ts';
import { firstLoad } from './figures/first-load.ts';
import { importText } from './figures/import-text.ts';
import { importWorkbook } from './figures/import-workbook.ts';
import { keystroke } from './figures/keystroke.ts';
import { memory } from './figures/memory.ts';
import { book, pdf } from './figures/pdf.ts';
import { save } from './figures/save.ts';
import { search } from './figures/search.ts';
import { start } from './figures/start.ts';
import { xlsx } from './figures/xlsx.ts';
import { describeMachine } from './machine.ts';
import { type FigureReport, formatJson, formatTable } from './report.ts';
import { requireChromium } from './support/chromium.ts';

const figures: readonly Figure[] = [
  start,
  firstLoad,
  importText,
  importWorkbook,
  save,
  pdf,
  book,
  xlsx,
  memory,
  keystroke,
  budgetKeystroke,
  search,
];

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Measures one figure in a folder of its own. */
async function runFigure({ name, measure }: Figure, parent: string): Promise<FigureReport> {
  const notes: string[] = [];
  const folder = path.join(parent, name);
  mkdirSync(folder);
  const startedMs = performance.now();
  const measurements = await measure({ folder, note: (line) => notes.push(line) });
  rmSync(folder, { recursive: true, force: true });
  say(`${name}: measured in ${Math.round((performance.now() - startedMs) / 1000)} s`);
  return { name, measurements, notes };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, disk: { type: 'string', default: tmpdir() } },
  });
  const unknown = positionals.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0) {
    say(`No figure ${unknown.join(', ')}. There are: ${figures.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const chosen = positionals.length === 0 ? figures : figures.filter(({ name }) => positionals.includes(name));
  const machine = describeMachine(requireChromium());
  const parent = mkdtempSync(path.join(values.disk, 'xiancai-bench-'));
  const reports: FigureReport[] = [];
  try {
    for (const figure of chosen) reports.push(await runFigure(figure, parent));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
  const { cpu, cores, memoryMb, system, node, chromium, load, probeMs } = machine;
  process.stdout.write(
    `${cores} × ${cpu}, ${memoryMb} MB, ${system}, Node ${node}, ${chromium}, load before ${load}, probe ${probeMs} ms\n\n${formatTable(reports)}\n`,
  );
  if (values.json !== undefined) writeFileSync(values.json, formatJson(machine, reports));
}

await main();

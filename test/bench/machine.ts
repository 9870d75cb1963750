import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Where the figures were taken; single figures mean nothing without it, and even with it only ratios compare. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Processes that wanted a core before the benchmark began, on average over a minute; near 0 on a quiet machine. */
  readonly load: number;
  /** Milliseconds that a fixed piece of work takes: shared machines are now fast, now slow. */
  readonly probeMs: number;
  readonly at: string;
}

/** Sorts and serialises the same data over and over; the best of some runs. */
function probeSpeed(): number {
  const data = Array.from({ length: 20_000 }, (_, index) => ({ key: (index * 7_919) % 20_011, text: `第${index}行` }));
  const times = Array.from({ length: 10 }, () => {
    const startedMs = performance.now();
    JSON.parse(JSON.stringify(data.toSorted((a, b) => a.key - b.key)));
    return performance.now() - startedMs;
  });
  return Math.round(Math.min(...times) * 10) / 10;
}

/** @param chromium the browser the figures use */
export function describeMachine(chromium: string): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    system: `${process.platform}-${process.arch}`,
    node: process.version,
    chromium: execFileSync(chromium, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    probeMs: probeSpeed(),
    at: new Date().toISOString(),
  };
}

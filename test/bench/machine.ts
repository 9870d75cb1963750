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
  readonly at: string;
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
    chromium: execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim(),
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    at: new Date().toISOString(),
  };
}

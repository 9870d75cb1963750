import type { Measurement } from './measurement.ts';

/** What a figure is given to work with. */
export interface BenchContext {
  /** An empty folder of its own, on the disk that workspaces lie on; removed afterwards. */
  readonly folder: string;
  /** Tells the person something beside the table: what data was used, what was left out. */
  note(line: string): void;
}

/** One figure of the benchmark: the name it is chosen by, and the measuring. */
export interface Figure {
  readonly name: string;
  measure(context: BenchContext): Promise<readonly Measurement[]>;
}

/** How long some work takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/**
 * Times two works by turns, A B A B, so that whatever else the machine does meets both alike.
 * @param rounds how often; one round more is run first and not counted
 */
export async function timedByTurns(
  rounds: number,
  product: () => unknown,
  limit: () => unknown,
): Promise<{ readonly product: number[]; readonly limit: number[] }> {
  const times = { product: [] as number[], limit: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const productMs = await timed(product);
    const limitMs = await timed(limit);
    if (round === 0) continue;
    times.product.push(productMs);
    times.limit.push(limitMs);
  }
  return times;
}

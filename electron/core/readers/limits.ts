/** What a foreign file may cost before it is refused. */
export interface ReaderLimits {
  readonly fileBytes: number;
  /** Bytes a zip may grow to, all of its parts together. */
  readonly expandedBytes: number;
  /** A zip that grows past 50 MB may grow by this factor at most; office files stay below 50. */
  readonly expansionFactor: number;
  readonly zipEntries: number;
  /** Columns a row with text may reach; no official form comes near. */
  readonly columns: number;
  /** Rows with text in one sheet. */
  readonly rows: number;
  readonly seconds: number;
  /** JavaScript heap of the worker while it reads, in MB. */
  readonly heapMb: number;
}

export const READER_LIMITS: ReaderLimits = {
  fileBytes: 50 * 1024 * 1024,
  expandedBytes: 300 * 1024 * 1024,
  expansionFactor: 200,
  zipEntries: 20_000,
  columns: 256,
  rows: 100_000,
  seconds: 30,
  heapMb: 768,
};

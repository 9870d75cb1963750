import type { ParsingOptions, WorkBook } from 'xlsx';

declare module 'xlsx' {
  /** A zip whose parts are already inflated, as SheetJS keeps one. */
  export interface OpenZip {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly name: string; readonly type: number; readonly content: Uint8Array }[];
  }
  /** Exported by SheetJS's ES module, missing in its types: `read` for a zip that is already open. */
  export function parse_zip(zip: OpenZip, options: ParsingOptions): WorkBook;
}

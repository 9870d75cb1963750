import type { GridRow } from './grid.ts';

/** One sheet of a workbook, or the whole of a text or page. */
export interface SourceSheet {
  /** Name for people (`Sheet1`), `""` where there is only one part. */
  readonly name: string;
  /** Every row carries its `place`. Texts between tables are rows of kind `line` with one cell. */
  readonly rows: readonly GridRow[];
  /** True where the format says which cells are merged (xlsx, html, docx); false for plain text. */
  readonly knowsSpans: boolean;
}

/** What a reader makes of a file: text cells only, nothing of it is markup, formula or path any more. */
export interface SourceDocument {
  readonly sheets: readonly SourceSheet[];
}

import { z } from 'zod';
import type { Grid } from '../grid/grid.ts';

/** One laid-out form, or part of a book, in a document to print. It begins on a new page. */
export interface PaperSection {
  readonly recordId: string;
  /** Name in the pdf's outline and of the xlsx sheet. */
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly grid: Grid;
  /** Of a book: the cover has no page number, the contents list the headings of the other sections. */
  readonly part?: 'cover' | 'contents';
  /** Depth of its title in the outline, from 1; 1 unless told. */
  readonly outlineLevel?: number;
}

/** What the preview shows, the printer prints and the pdf holds. */
export interface PaperDocument {
  readonly title: string;
  readonly sections: readonly PaperSection[];
  readonly settings: PaperSettings;
  /** `through`: pages count on from section to section, as in a book; otherwise each section counts its own. */
  readonly numbering?: 'through';
}

/** Choices of a person about printing; margins move the whole print, for printers that are off. */
export const paperSettingsSchema = z.strictObject({
  /** Added to the left and top margin, in mm. */
  offsetLeftMm: z.number().min(-15).max(15).default(0),
  offsetTopMm: z.number().min(-15).max(15).default(0),
});
export type PaperSettings = z.infer<typeof paperSettingsSchema>;

export const defaultPaperSettings: PaperSettings = { offsetLeftMm: 0, offsetTopMm: 0 };

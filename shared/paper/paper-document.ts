import { z } from 'zod';
import type { Grid } from '../grid/grid.ts';

/** One laid-out form in a document to print. It begins on a new page and counts its own pages. */
export interface PaperSection {
  readonly recordId: string;
  /** Name in the pdf's outline and of the xlsx sheet. */
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly grid: Grid;
}

/** What the preview shows, the printer prints and the pdf holds. */
export interface PaperDocument {
  readonly title: string;
  readonly sections: readonly PaperSection[];
  readonly settings: PaperSettings;
}

/** Choices of a person about printing; margins move the whole print, for printers that are off. */
export const paperSettingsSchema = z.strictObject({
  /** Added to the left and top margin, in mm. */
  offsetLeftMm: z.number().min(-15).max(15).default(0),
  offsetTopMm: z.number().min(-15).max(15).default(0),
});
export type PaperSettings = z.infer<typeof paperSettingsSchema>;

export const defaultPaperSettings: PaperSettings = { offsetLeftMm: 0, offsetTopMm: 0 };

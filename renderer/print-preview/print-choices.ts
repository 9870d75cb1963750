import { z } from 'zod';
import { defaultPaperSettings, paperSettingsSchema } from '../../shared/paper/paper-document.ts';

/** How large the pages are shown: a share of life-size, or as fits. */
const zoomSchema = z.union([z.literal('width'), z.literal('page'), z.number().min(0.25).max(4)]);
export type Zoom = z.infer<typeof zoomSchema>;

const choicesSchema = z.strictObject({
  zoom: zoomSchema,
  showStamp: z.boolean(),
  settings: paperSettingsSchema,
  copies: z.int().min(1).max(99),
  isDuplex: z.boolean(),
});
/** What a person chose in the print preview; remembered for each form. */
export type PrintChoices = z.infer<typeof choicesSchema>;

export const defaultChoices: PrintChoices = {
  zoom: 'width',
  showStamp: true,
  settings: defaultPaperSettings,
  copies: 1,
  isDuplex: false,
};

const keyOf = (definitionId: string): string => `print-choices:${definitionId}`;

/** The choices made last time for a form; the usual ones where there are none or they cannot be read. */
export function loadChoices(storage: Pick<Storage, 'getItem'>, definitionId: string): PrintChoices {
  try {
    return choicesSchema.parse(JSON.parse(storage.getItem(keyOf(definitionId)) ?? ''));
  } catch {
    return defaultChoices;
  }
}

/** Remembers choices. Where the browser keeps nothing (a full or forbidden storage) they hold until the window closes. */
export function saveChoices(storage: Pick<Storage, 'setItem'>, definitionId: string, choices: PrintChoices): void {
  try {
    storage.setItem(keyOf(definitionId), JSON.stringify({ ...choices, copies: defaultChoices.copies }));
  } catch {
    return;
  }
}

export const ZOOM_STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The next step of zoom up or down from the scale shown. */
export function nextZoom(scale: number, direction: 1 | -1): number {
  const steps = direction === 1 ? [...ZOOM_STEPS] : [...ZOOM_STEPS].reverse();
  return steps.find((step) => (step - scale) * direction > 0.01) ?? steps.at(-1) ?? 1;
}

/** A name for the file to save, without what file systems do not take. */
export function suggestFileName(titles: readonly string[], extension: string): string {
  const [first = '表单'] = titles;
  const name =
    first
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
      .slice(0, 60)
      .trim() || '表单';
  return titles.length > 1 ? `${name}等${titles.length}张表.${extension}` : `${name}.${extension}`;
}

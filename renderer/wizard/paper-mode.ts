/** The paper beside the fields, no paper, or the paper alone with the fields in place on its cells. */
export type PaperMode = 'beside' | 'hidden' | 'alone';

const NEXT: Record<PaperMode, PaperMode> = { beside: 'hidden', hidden: 'alone', alone: 'beside' };

/** What F8 comes to next. */
export function nextPaperMode(mode: PaperMode): PaperMode {
  return NEXT[mode];
}

/** What one gets by F8, for people; by the present mode. */
export const NEXT_MODE_TEXT: Record<PaperMode, string> = {
  beside: '隐藏纸面',
  hidden: '在纸面上填写',
  alone: '分栏填写',
};

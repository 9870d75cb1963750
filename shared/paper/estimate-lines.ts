import { PX_PER_MM, ptToPx } from './geometry.ts';

/** Characters that are half as wide as a Chinese one in 宋体. */
const HALF_WIDTH = /[\u0020-\u007e\u00a0-\u024f\uff61-\uff9f]/u;

/**
 * About how many lines a text takes, for writers that cannot measure it (xlsx, html) and to foresee oversized labels.
 * Chinese characters are square, so the estimate is seldom off by more than one line.
 * @param widthMm width of the text's place, without padding
 */
export function estimateLines(text: string, widthMm: number, sizePt: number): number {
  const perLine = Math.max(1, (widthMm * PX_PER_MM) / ptToPx(sizePt));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let width = 0;
    for (const character of paragraph) width += HALF_WIDTH.test(character) ? 0.5 : 1;
    lines += Math.max(1, Math.ceil(width / perLine));
  }
  return lines;
}

import { pinyin } from 'pinyin-pro';

/** How a Chinese text can be typed without an input method. Lower case, no tones, no spaces. */
export interface PinyinKeys {
  /** First letters: 数量指标 → `slzb`. */
  readonly initials: string;
  /** Whole syllables: 数量指标 → `shuliangzhibiao`. */
  readonly full: string;
}

/** The pinyin of a text; letters and digits in it stay as they are. Not for use on every keystroke: compute once. */
export function pinyinKeys(text: string): PinyinKeys {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;
  const join = (parts: readonly string[]) => parts.join('').replace(/\s/gu, '').toLowerCase();
  return {
    initials: join(pinyin(text, { ...options, pattern: 'first' })),
    full: join(pinyin(text, options)),
  };
}

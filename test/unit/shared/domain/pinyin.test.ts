import { describe, expect, it } from 'vitest';
import { pinyinKeys } from '../../../../shared/domain/pinyin.ts';

describe('pinyinKeys', () => {
  it('gives first letters and whole syllables', () => {
    expect(pinyinKeys('数量指标')).toEqual({ initials: 'slzb', full: 'shuliangzhibiao' });
  });
  it('keeps letters and digits', () => {
    expect(pinyinKeys('U盘2 号')).toEqual({ initials: 'up2h', full: 'upan2hao' });
    expect(pinyinKeys('')).toEqual({ initials: '', full: '' });
  });
});

import { describe, expect, it } from 'vitest';
import { SubjectNames } from '../../../../shared/subjects/subject-names.ts';

describe('SubjectNames', () => {
  it('completes code and name from each other', () => {
    const names = new SubjectNames([
      { code: '2010101', name: '行政运行' },
      { code: '2010201', name: '行政运行' },
      { code: '21004', name: '公共卫生' },
    ]);
    expect(names.nameOf('21004')).toBe('公共卫生');
    expect(names.nameOf('999')).toBeUndefined();
    expect(names.named(' 公共　卫生')).toEqual([{ code: '21004', name: '公共卫生' }]);
    expect(names.named('行政运行').map(({ code }) => code)).toEqual(['2010101', '2010201']);
    expect(names.named('没有的')).toEqual([]);
  });
});

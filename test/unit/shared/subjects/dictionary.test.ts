import { describe, expect, it } from 'vitest';
import { SubjectDictionary } from '../../../../shared/subjects/dictionary.ts';

const dictionary = new SubjectDictionary([
  { code: '201', name: '一般公共服务支出' },
  { code: '2010101', name: '行政运行' },
  { code: '2010201', name: '行政运行' },
  { code: '210', name: '卫生健康支出' },
  { code: '21004', name: '公共卫生' },
]);

describe('SubjectDictionary', () => {
  it('finds by code, name and pinyin, best first', () => {
    const codes = (query: string) => dictionary.search(query, 10).map(({ code }) => code);
    expect(codes('20')).toEqual(['201', '2010101', '2010201']);
    expect(codes('21004')).toEqual(['21004']);
    expect(codes('公共')).toEqual(['21004', '201']);
    expect(codes('xzyx')).toEqual(['2010101', '2010201']);
    expect(codes('weisheng')).toEqual(['210']);
    expect(codes('ggws')).toEqual(['21004']);
    expect(codes('')).toEqual([]);
    expect(codes('没有的')).toEqual([]);
    expect(dictionary.search('2', 2)).toHaveLength(2);
  });
});

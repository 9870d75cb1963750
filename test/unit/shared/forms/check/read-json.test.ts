import { describe, expect, it, test } from 'vitest';
import { readJson } from '../../../../../shared/forms/check/read-json.ts';
import { expectError, expectOk } from '../../../../support/workspaces.ts';

describe('what is no JSON is told at its place', () => {
  test.each([
    ['{\n  "a": 1,\n}', 3, 1, '多了一个逗号'],
    ['{\n  "a" 1\n}', 2, 7, '这里不应有“1”'],
    ['{"a": tru}', 1, 7, '这里不应有“t”'],
    ['{"a": [1, 2', 1, 12, '文件到此中断'],
    ['{"a":', 1, 6, '文件到此中断'],
    ['{\n  "a"\n', 2, 6, '文件到此中断'],
    ['', 1, 1, '空的'],
    ['{\n  “a”: 1\n}', 2, 3, '中文标点'],
    ['{\n  // 注释\n}', 2, 3, '注释'],
    ['{"a": "一\n二"}', 1, 9, '不能直接换行'],
    ['{"a": "一\t二"}', 1, 9, '制表符'],
  ])('%j at line %i column %i', (text, line, column, words) => {
    const fault = expectError(readJson(text));
    expect(fault.position).toEqual({ line, column });
    expect(fault.message).toContain(words);
  });

  it('refuses a text of nothing but brackets before it costs anything', () => {
    expect(expectError(readJson('['.repeat(200_000))).message).toContain('60 层');
    expectOk(readJson(`"${'['.repeat(200)}"`));
  });

  it('comes to an end with a megabyte of quotes in a string that nobody closed', () => {
    const text = `{"a": "${'\\"'.repeat(500_000)}`;
    expect(expectError(readJson(text)).message).toContain('文件到此中断');
    const spaced = `{"a": "甲" "${' '.repeat(500_000)}乙" 1}`;
    expect(expectError(readJson(spaced)).position).toEqual({ line: 1, column: 11 });
  });
});

describe('a place in the data', () => {
  const { positionOf, value } = expectOk(readJson('\uFEFF{\r\n  "a": [1,\r\n    { "b": 2 }]\r\n}'));

  it('is where a member is named and where an element begins', () => {
    expect(value).toEqual({ a: [1, { b: 2 }] });
    expect(positionOf(['a'])).toEqual({ line: 2, column: 3 });
    expect(positionOf(['a', 0])).toEqual({ line: 2, column: 9 });
    expect(positionOf(['a', 1, 'b'])).toEqual({ line: 3, column: 7 });
  });

  it('is where something is missing from', () => {
    expect(positionOf([])).toEqual({ line: 1, column: 1 });
    expect(positionOf(['a', 1, 'c'])).toEqual({ line: 3, column: 5 });
    expect(positionOf(['z', 3])).toEqual({ line: 1, column: 1 });
  });
});

it('finds names given twice, wherever they are', () => {
  const { duplicates } = expectOk(readJson('{"a": [{"b": 1, "c": 2, "b": 3}], "a": 4}'));
  expect(duplicates).toContainEqual(['a', 0, 'b']);
  expect(duplicates).toContainEqual(['a']);
});

it('gives the data no prototype of its own making', () => {
  const { value } = expectOk(readJson('{"__proto__": {"polluted": true}}'));
  expect(Reflect.get(Object(value), 'polluted')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { describeChanges, groupRevisions } from '../../../../renderer/history/revision-groups.ts';
import type { RevisionEntry } from '../../../../shared/rpc/work-types.ts';

const minutes = (count: number) => count * 60_000;

function entry(id: string, savedAtMs: number, over: Partial<RevisionEntry> = {}): RevisionEntry {
  const changes = [{ kind: 'changed' as const, place: `地方${id}`, oldText: '', newText: id }];
  return {
    id,
    parent: id === '1' ? null : String(Number(id) - 1),
    savedAtMs,
    savedBy: '张会计',
    savedOn: 'PC-03',
    restoredFrom: null,
    changes,
    changeCount: 1,
    ...over,
  };
}

test('saves of one sitting are one line, newest first', () => {
  const groups = groupRevisions(
    [
      entry('1', 0),
      entry('2', minutes(1)),
      entry('3', minutes(9)),
      entry('4', minutes(20)),
      entry('5', minutes(21), { savedBy: '李会计' }),
      entry('6', minutes(22), { savedBy: '李会计', restoredFrom: '1' }),
      entry('7', minutes(23), { savedBy: '李会计' }),
    ],
    false,
  );
  expect(groups.map(({ base, last, count }) => [base, last.id, count])).toEqual([
    ['6', '7', 1],
    ['5', '6', 1],
    ['4', '5', 1],
    ['3', '4', 1],
    ['1', '3', 2],
    [null, '1', 1],
  ]);
  expect(groups.map(describeChanges)).toEqual(['地方7', '地方6', '地方5', '地方4', '地方2、地方3', '建立表单']);
});

test('every save can be a line', () => {
  const revisions = [entry('1', 0), entry('2', 1), entry('3', 2)];
  expect(groupRevisions(revisions, true).map(({ last, base }) => [last.id, base])).toEqual([
    ['3', '2'],
    ['2', '1'],
    ['1', null],
  ]);
});

test('a line names a few places and counts the others', () => {
  const changes = ['甲', '乙', '丙', '丁', '戊', '甲'].map((place) => ({
    kind: 'changed' as const,
    place,
    oldText: '',
    newText: '新',
  }));
  const [listed] = groupRevisions([entry('2', 0, { changes, changeCount: 6 })], false);
  expect(listed && describeChanges(listed)).toBe('甲、乙、丙、丁 等 5 处');
  const [more] = groupRevisions([entry('2', 0, { changes, changeCount: 40 })], false);
  expect(more && describeChanges(more)).toBe('甲、乙、丙、丁 等 40 处');
});

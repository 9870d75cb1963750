import { describe, expect, it } from 'vitest';
import { describeWriteFailure } from '../../../../../electron/core/writers/write-file.ts';

describe('describeWriteFailure', () => {
  it.each([
    ['ENOSPC', 'write', 'diskFull'],
    ['EROFS', 'open', 'readOnly'],
    ['EACCES', 'open', 'readOnly'],
    ['EPERM', 'rename', 'targetInUse'],
    ['EBUSY', 'rename', 'targetInUse'],
    ['ENOENT', 'open', 'targetGone'],
    ['EIO', 'fsync', 'targetGone'],
  ])('%s of %s is %s', (code, syscall, kind) => {
    expect(describeWriteFailure(code, syscall, '表.xlsx')).toEqual({ kind, target: '表.xlsx' });
  });

  it('leaves bugs alone', () => {
    expect(describeWriteFailure('EBADF', 'write', 'a')).toBeUndefined();
  });
});

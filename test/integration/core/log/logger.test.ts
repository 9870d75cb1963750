import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileLogger } from '../../../../electron/core/log/logger.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';

test('each bug is one line with its id, its place and what was thrown', () => {
  const dir = path.join(temporaryFolder(), 'log');
  const log = fileLogger(dir);
  log.bug('a1', 'record.save', new TypeError('第一行\n第二行'));
  log.bug('a2', 'record.get', 'not an error');
  const lines = readFileSync(path.join(dir, 'core.log'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id: 'a1', where: 'record.save', what: expect.stringContaining('TypeError: 第一行') },
    { id: 'a2', where: 'record.get', what: expect.stringContaining('not an error') },
  ]);
});

test('the log does not grow without end', () => {
  const dir = temporaryFolder();
  const log = fileLogger(dir);
  for (let index = 0; index < 5; index += 1) log.bug(String(index), 'x', '长'.repeat(400_000));
  expect(readdirSync(dir).sort()).toEqual(['core.log', 'core.old.log']);
});

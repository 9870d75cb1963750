import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../../../electron/hosts/browser/options.ts';

describe('readOptions', () => {
  it('opens a browser where there is a display, on any free port, with the sample in a new workspace', () => {
    expect(readOptions([], true)).toMatchObject({ ok: true, value: { shouldOpen: true, port: 0, withSample: true } });
    expect(readOptions([], false)).toMatchObject({ ok: true, value: { shouldOpen: false } });
  });

  it('does as it is told', () => {
    const args = ['--workspace', 'somewhere', '--port', '8123', '--no-open', '--no-sample'];
    expect(readOptions(args, true)).toEqual({
      ok: true,
      value: { workspaceDir: path.resolve('somewhere'), shouldOpen: false, port: 8123, withSample: false },
    });
    expect(readOptions(['--open'], false)).toMatchObject({ ok: true, value: { shouldOpen: true } });
  });

  it.each([['--port', '-1'], ['--port', '65536'], ['--port', '80a'], ['--workspace'], ['--unknown'], ['extra']])(
    'refuses %j %j with a sentence',
    (...args) => {
      const options = readOptions(args, true);
      expect(options.ok ? '' : options.error).toMatch(/。$/);
    },
  );
});

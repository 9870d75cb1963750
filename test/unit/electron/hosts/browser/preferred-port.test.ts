import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferredPort } from '../../../../../electron/hosts/browser/preferred-port.ts';

describe('preferredPort', () => {
  it('is the same for a workspace every time, and never an assigned or impossible one', () => {
    fc.assert(
      fc.property(fc.string(), (workspace) => {
        const port = preferredPort(workspace);
        expect(port).toBe(preferredPort(workspace));
        expect(port).toBeGreaterThanOrEqual(49_152);
        expect(port).toBeLessThanOrEqual(65_535);
      }),
    );
  });

  it('differs between workspaces', () => {
    const ports = ['/a/workspace', '/b/workspace', '/c/workspace'].map(preferredPort);
    expect(new Set(ports).size).toBe(ports.length);
  });
});

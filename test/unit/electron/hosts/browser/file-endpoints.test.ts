import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../../../electron/hosts/browser/file-endpoints.ts';

describe('contentDisposition', () => {
  it('offers the name in both forms', () => {
    expect(contentDisposition("修路 (1)'*.pdf")).toBe(
      `attachment; filename="__ (1)__.pdf"; filename*=UTF-8''%E4%BF%AE%E8%B7%AF%20%281%29%27%2A.pdf`,
    );
  });

  it('holds nothing that could end the header or its quotes, and the name comes back from it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const header = contentDisposition(name);
        const [, ascii, encoded] =
          /^attachment; filename="([\w.() -]*)"; filename\*=UTF-8''([\w.!~%-]*)$/.exec(header) ?? [];
        expect(ascii).toBeDefined();
        expect(decodeURIComponent(encoded ?? '')).toBe(name);
      }),
    );
  });
});

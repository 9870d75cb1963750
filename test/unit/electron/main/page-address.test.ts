import { describe, expect, it } from 'vitest';
import { isAllowedAddress } from '../../../../electron/main/page-address.ts';

describe('isAllowedAddress', () => {
  it.each(['app://xiancai/', 'app://xiancai/assets/main.js', 'blob:app://xiancai/1234', 'data:image/png;base64,AA=='])(
    'allows %s',
    (address) => expect(isAllowedAddress(address, false)).toBe(true),
  );

  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'app://xiancai.example.com/',
    'app://other/',
    'blob:https://example.com/1234',
    'ws://127.0.0.1/',
    'devtools://devtools/bundled/inspector.html',
  ])('refuses %s', (address) => expect(isAllowedAddress(address, false)).toBe(false));

  it('allows the developer tools in development only', () => {
    expect(isAllowedAddress('devtools://devtools/bundled/inspector.html', true)).toBe(true);
  });
});

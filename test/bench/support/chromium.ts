import { findChromium } from '../../../build/lib/chromium.mjs';

/** Chromium's own sandbox does not run as root. */
export const chromiumFlags: readonly string[] = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The browser all figures are taken with. @throws where there is none */
export function requireChromium(): string {
  const executable = findChromium();
  if (executable === undefined) throw new Error('No Chromium on this machine: set CHROMIUM_PATH');
  return executable;
}

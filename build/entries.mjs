// Everything that is built, in one place. A missing entry is an error of the build.

/** Pages, from the root. They are built together into dist/renderer. */
export const pages = ['renderer/index.html', 'renderer/print.html'];

/** Programs for Node and for Electron's utility process: file name in dist/electron → source. ES modules that share chunks. */
export const programs = {
  core: 'electron/hosts/core-process.ts',
  'reader-worker': 'electron/core/readers/worker.ts',
  browser: 'electron/hosts/browser.ts',
  cli: 'electron/hosts/cli.ts',
};

/**
 * Electron's main process: one CommonJS file. What must be said before Electron is ready is said while the file is
 * loaded, and only CommonJS is loaded at once.
 */
export const main = 'electron/main/main.ts';

/** The sandboxed preload script: one CommonJS file, since a sandbox loads nothing else. */
export const preload = 'electron/preload/preload.ts';

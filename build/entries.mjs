// Everything that is built, in one place.
import { existsSync } from 'node:fs';
import { inProject } from './lib/project.mjs';

const isThere = (/** @type {string} */ source) => existsSync(inProject(source));

/** Pages, from the root. They are built together into dist/renderer. */
export const pages = ['renderer/index.html', 'renderer/print.html'].filter(isThere);

/** Programs for Node and Electron's main process: file name in dist/electron → source. ES modules that share chunks. */
export const programs = Object.fromEntries(
  Object.entries({
    main: 'electron/main/main.ts',
    core: 'electron/hosts/core-process.ts',
    'reader-worker': 'electron/core/readers/worker.ts',
    browser: 'electron/hosts/browser.ts',
    cli: 'electron/hosts/cli.ts',
  }).filter(([, source]) => isThere(source)),
);

/** The sandboxed preload script: one CommonJS file, since a sandbox loads nothing else. */
export const preloads = ['electron/preload/preload.ts'].filter(isThere);

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnipConfig } from 'knip';
import { main, pages, preload, programs } from './entries.mjs';
import { inProject } from './lib/project.mjs';

/** The scripts that a page names, from the root. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(inProject(page), 'utf8');
  return [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) =>
    path.posix.join(path.posix.dirname(page), source),
  );
}

const config: KnipConfig = {
  entry: [
    ...pages.flatMap(scriptsOf),
    ...Object.values(programs),
    main,
    preload,
    'build/*.mjs',
    'build/*.config.ts',
    'test/bench/{main,limits/*}.ts',
    'test/**/*.{test,spec}.{ts,tsx}',
    'test/e2e/pages/*.tsx',
    // Programs and pages that tests start by their path.
    'test/fixtures/**/*.{ts,tsx}',
  ],
  project: ['{shared,electron,renderer,build,test}/**/*.{ts,tsx,mjs}'],
  // A schema beside its type is no dead code because only its own file needs it today.
  ignoreExportsUsedInFile: true,
};

export default config;

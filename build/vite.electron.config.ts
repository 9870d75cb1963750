import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { defineConfig } from 'vite';
import { programs } from './entries.mjs';
import { inProject } from './lib/project.mjs';

/** Loaded from node_modules at run time: native code, or large and seldom needed. All other packages are bundled. */
const runtimePackages = Object.keys(JSON.parse(readFileSync(inProject('package.json'), 'utf8')).dependencies);

function isExternal(id: string): boolean {
  if (id === 'electron' || isBuiltin(id)) return true;
  return runtimePackages.some((name) => id === name || id.startsWith(`${name}/`));
}

export default defineConfig({
  root: inProject('electron'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', ...runtimePackages] },
  build: {
    ssr: true,
    outDir: inProject('dist', 'electron'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(programs).map(([name, source]) => [name, inProject(source)])),
      external: isExternal,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

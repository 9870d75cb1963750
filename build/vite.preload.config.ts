import { defineConfig } from 'vite';
import { preload } from './entries.mjs';
import { inProject } from './lib/project.mjs';

export default defineConfig({
  root: inProject('electron'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: inProject('dist', 'electron'),
    emptyOutDir: false,
    target: 'chrome130',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: inProject(preload),
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pages } from './entries.mjs';
import { inProject } from './lib/project.mjs';

/** The font packages name each file twice, as woff2 and as woff; every browser we serve reads woff2. */
function keepOnlyWoff2(): Plugin {
  return {
    name: 'keep-only-woff2',
    enforce: 'pre',
    transform: {
      filter: { id: /@fontsource.*\.css$/ },
      handler: (code) => code.replaceAll(/,\s*url\([^)]+\.woff\)\s*format\(['"]woff['"]\)/g, ''),
    },
  };
}

export default defineConfig({
  root: inProject('renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), keepOnlyWoff2()],
  build: {
    outDir: inProject('dist', 'renderer'),
    emptyOutDir: true,
    // Browsers of 2023 are still common on machines that cannot be updated.
    target: 'chrome109',
    // The content security policy allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: pages.map((page) => inProject(page)),
      output: {
        // Zod, told not to use eval, must stand before every chunk that makes schemas.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|renderer[\\/]rpc[\\/]no-eval/ }] },
      },
    },
  },
});

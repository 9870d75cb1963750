import type { UserConfig } from 'vite';
import { inProject } from './project.mjs';

/**
 * The build of one program into a single CommonJS file in dist/electron.
 * @param source the program, from the root
 * @param target what it runs in
 */
export function commonJsBuild(source: string, target: string): UserConfig {
  return {
    root: inProject('electron'),
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: inProject('dist', 'electron'),
      emptyOutDir: false,
      target,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: inProject(source),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

import { defineConfig } from 'vite';
import { main } from './entries.mjs';
import { commonJsBuild } from './lib/common-js-build.ts';

export default defineConfig(commonJsBuild(main, 'node20'));

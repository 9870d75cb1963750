import { defineConfig } from 'vite';
import { preload } from './entries.mjs';
import { commonJsBuild } from './lib/common-js-build.ts';

export default defineConfig(commonJsBuild(preload, 'chrome130'));

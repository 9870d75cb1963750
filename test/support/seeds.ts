import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The folder with real documents to read, outside the repository: env XIANCAI_SEEDS, `../shared/seeds` unless told.
 * Tests that need it are skipped, and say so, where it is missing.
 */
export const seedsFolder: string = path.resolve(root, process.env.XIANCAI_SEEDS ?? '../shared/seeds');
/** What is in them, read by another program; beside the seeds unless env XIANCAI_TRUTH says otherwise. */
export const truthFolder: string = path.resolve(root, process.env.XIANCAI_TRUTH ?? path.join(seedsFolder, '../truth'));

export const hasTruth: boolean = existsSync(truthFolder);

import { globSync } from 'node:fs';
import path from 'node:path';
import { seedsFolder } from '../../support/seeds.ts';

/** A real document, by the number its name begins with; undefined where it is not there. */
export function findSeed(number: string): string | undefined {
  const [name] = globSync(`${number}_*.txt`, { cwd: seedsFolder });
  return name === undefined ? undefined : path.join(seedsFolder, name);
}

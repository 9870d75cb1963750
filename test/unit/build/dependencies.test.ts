import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/lib/project.mjs';

const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
const document = readFileSync(inProject('docs', 'dependencies.md'), 'utf8');
const versions: Record<string, string> = {
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
  ...manifest.devDependencies,
};

/** The names in the first column of the tables of what is used, `xlsx (…)` and `react, react-dom` taken apart. */
const documented = (document.split('## Weighed')[0] ?? '')
  .split('\n')
  .flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? [])
  .filter((cell) => cell !== 'package')
  .flatMap((cell) => cell.replace(/ \(.*\)$/, '').split(', '));

describe('dependencies', () => {
  it('are explained in docs/dependencies.md, each once, and nothing else is', () => {
    expect(documented.toSorted()).toEqual(Object.keys(versions).toSorted());
  });

  it.each(Object.entries(versions))('%s has an exact version', (_name, version) => {
    expect(version).toMatch(/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+$/);
  });

  it('are locked by hash, and name no server', () => {
    const packages: [string, { integrity?: string; resolved?: string }][] = Object.entries(lock.packages);
    const loose = packages.filter(([folder, { integrity }]) => folder !== '' && integrity === undefined);
    expect(loose).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});

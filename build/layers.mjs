// npm run layers: checks that every import follows the arrows between the layers.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findLayerViolations } from './lib/layers.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

const files = globSync('{shared,renderer,electron}/**/*.{ts,tsx}', { cwd: projectRoot });
const violations = files.flatMap((file) =>
  findLayerViolations(file.split(path.sep).join('/'), readFileSync(inProject(file), 'utf8')),
);
for (const violation of violations) console.error(violation);
console.log(`${files.length} files, ${violations.length} forbidden imports`);
process.exitCode = violations.length === 0 ? 0 : 1;

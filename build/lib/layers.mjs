import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';

/**
 * What one folder's files may import.
 * @typedef {object} Layer
 * @property {string} folder from the root, with `/`
 * @property {readonly string[]} folders project folders it may import from, itself included
 * @property {'any' | readonly string[]} packages packages it may import
 * @property {readonly string[]} [exceptPackages] packages it may not import although `packages` is 'any'
 * @property {boolean} node whether Node's own modules are allowed
 */

/** Packages that are native, heavy or open files: for the core alone. They are also what the bundles leave outside. */
const enginePackages = Object.keys(
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).dependencies,
);

/**
 * The arrows of docs/architecture.md. A file belongs to the first layer whose folder holds it.
 * @type {readonly Layer[]}
 */
const layers = [
  { folder: 'shared', folders: ['shared'], packages: ['zod', 'pinyin-pro', '@humanwhocodes/momoa'], node: false },
  {
    folder: 'renderer',
    folders: ['renderer', 'shared'],
    packages: 'any',
    exceptPackages: ['electron', ...enginePackages],
    node: false,
  },
  // What every host with a page needs: keeping a core running, the page's files and policy. Any process may load it.
  {
    folder: 'electron/shell',
    folders: ['electron/shell', 'shared'],
    packages: ['zod'],
    node: true,
  },
  { folder: 'electron/preload', folders: ['electron/preload', 'shared'], packages: ['electron'], node: false },
  {
    folder: 'electron/main',
    folders: ['electron/main', 'electron/shell', 'shared'],
    packages: 'any',
    exceptPackages: enginePackages,
    node: true,
  },
  {
    folder: 'electron/core',
    folders: ['electron/core', 'shared'],
    packages: 'any',
    exceptPackages: ['electron'],
    node: true,
  },
  {
    folder: 'electron/hosts',
    folders: ['electron/hosts', 'electron/core', 'electron/shell', 'shared'],
    packages: 'any',
    exceptPackages: ['electron'],
    node: true,
  },
];

/**
 * The modules that a source names in `import`, `export … from` and `import('literal')`.
 * @param {string} file its name, for the language
 * @param {string} source its text
 * @returns {string[]}
 */
function importedModules(file, source) {
  const { module } = parseSync(file, source);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    source.slice(moduleRequest.start, moduleRequest.end),
  );
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamic.flatMap((text) => /^(['"`])([^'"`$]+)\1$/.exec(text)?.[2] ?? []),
  ];
}

/** @param {string} specifier */
const packageName = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/**
 * @param {string} file
 * @param {string} folder
 */
const isInside = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/**
 * @param {Layer} layer
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} why the import is forbidden
 */
function objection(layer, file, specifier) {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    if (layer.folders.some((folder) => isInside(target, folder))) return undefined;
    return `${layer.folder} may import only from ${layer.folders.join(', ')}`;
  }
  if (specifier.startsWith('node:') || isBuiltin(specifier)) {
    return layer.node ? undefined : `${layer.folder} may not use Node`;
  }
  const name = packageName(specifier);
  if (layer.packages !== 'any' && !layer.packages.includes(name)) {
    return `${layer.folder} may use only the packages ${layer.packages.join(', ')}`;
  }
  return layer.exceptPackages?.includes(name) ? `${layer.folder} may not use the package ${name}` : undefined;
}

/**
 * The forbidden imports of one file.
 * @param {string} file path from the root, with `/`
 * @param {string} source its text
 * @returns {string[]} one sentence for each; empty for a file outside all layers
 */
export function findLayerViolations(file, source) {
  const layer = layers.find(({ folder }) => isInside(file, folder));
  if (layer === undefined) {
    const isProduct = ['electron', 'renderer', 'shared'].some((folder) => isInside(file, folder));
    return isProduct ? [`${file}: belongs to no layer`] : [];
  }
  return [...new Set(importedModules(file, source))].flatMap((specifier) => {
    const reason = objection(layer, file, specifier);
    return reason === undefined ? [] : [`${file}: imports ${specifier}; ${reason}`];
  });
}

import fs from 'node:fs';
import path from 'node:path';
import { readSourceFile } from './sourceFile.mjs';

/** @typedef {import('./sourceFile.mjs').SourceFile} SourceFile */

/**
 * @typedef {object} Edge
 * @property {string} to a file of the project, else the name of a package
 * @property {boolean} isType erased before it runs
 */

/**
 * @typedef {object} ProjectGraph
 * @property {SourceFile[]} files
 * @property {Map<string, Edge[]>} edges by file
 */

const FOLDERS = ['app', 'components', 'jobs', 'lib', 'scripts', 'bench', 'e2e'];
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx'];

/**
 * Reads every source file below a project's root, and who imports whom.
 *
 * @param {string} root
 * @returns {ProjectGraph}
 */
export function readProject(root) {
  const inFolders = FOLDERS.flatMap((folder) => sourcesBelow(root, folder));
  const atRoot = fs.readdirSync(root).filter(isSource);
  const texts = [...inFolders, ...atRoot].map((file) => ({
    file,
    text: fs.readFileSync(path.join(root, file), 'utf8'),
  }));
  return graphOf(texts);
}

/**
 * @param {{ file: string, text: string }[]} texts paths from the root, with slashes
 * @returns {ProjectGraph}
 */
export function graphOf(texts) {
  const files = texts.map(({ file, text }) => readSourceFile(file, text));
  const known = new Set(files.map((file) => file.path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.map(({ specifier, isType }) => ({
        to: resolve(file.path, specifier, known),
        isType,
      })),
    ]),
  );
  return { files, edges };
}

/** @param {string} from @param {string} specifier @param {Set<string>} known */
function resolve(from, specifier, known) {
  if (!/^[.@]\.?\//.test(specifier)) return specifier;
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  return ENDINGS.map((ending) => base + ending).find((file) => known.has(file)) ?? base;
}

/** Prisma's clients: made by `prisma generate`, never in git. */
const GENERATED = new Set(['lib/db/generated', 'bench/baseline/generated']);

/** @param {string} root @param {string} folder @returns {string[]} */
function sourcesBelow(root, folder) {
  if (GENERATED.has(folder) || !fs.existsSync(path.join(root, folder))) return [];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(root, below);
    return isSource(entry.name) ? [below] : [];
  });
}

/** @param {string} name */
function isSource(name) {
  return /\.(ts|tsx|mjs|js)$/.test(name) && !name.endsWith('.d.ts');
}

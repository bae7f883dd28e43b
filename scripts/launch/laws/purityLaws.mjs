import { DOMAIN_ROOMS, isDoor, isTest, roomOf } from './rooms.mjs';

/** Packages and modules that reach outside the process, when their values are imported. */
const OUTSIDE =
  /^(node:(?!crypto|path|zlib|util|stream|buffer|assert)|pg$|ioredis|bullmq|@prisma|@aws-sdk|@duckdb|lib\/(db|env|log)\/)/;
/** The one file that reads the clock, for everybody else to be given. */
const CLOCK = 'lib/units/clock.ts';

/** @type {import('./laws.mjs').Law[]} */
export const purityLaws = [
  {
    name: 'In a domain room only stores and fetches reach outside',
    violations: ({ files, edges }) =>
      pureFiles(files).flatMap(({ path }) =>
        (edges.get(path) ?? [])
          .filter(({ to, isType }) => !isType && OUTSIDE.test(to))
          .map(({ to }) => `${path}: imports ${to}`),
      ),
  },
  {
    name: 'In a domain room clock, chance and network are parameters',
    violations: ({ files }) =>
      pureFiles(files)
        .filter(({ path }) => path !== CLOCK)
        .flatMap(({ path, effects }) => effects.map((effect) => `${path}: uses ${effect}`)),
  },
  {
    name: 'process.env is read in lib/env alone, scripts and tools apart',
    violations: ({ files }) =>
      files
        .filter(({ path, effects }) => effects.includes('process.env') && roomOf(path) !== null)
        .filter(({ path }) => roomOf(path) !== 'env' && !isTest(path))
        .map(({ path }) => `${path}: reads process.env`),
  },
];

/** @param {import('./sourceFile.mjs').SourceFile[]} files */
function pureFiles(files) {
  return files.filter(
    ({ path }) =>
      DOMAIN_ROOMS.includes(roomOf(path) ?? '') &&
      !path.endsWith('.mjs') &&
      !isTest(path) &&
      !isDoor(path),
  );
}

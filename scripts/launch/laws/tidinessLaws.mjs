import { isTest, roomOf } from './rooms.mjs';

const ANYTHING_GOES = /(^|\/)(utils?|helpers?|misc|constants?|common)(\.[a-z]+$|\/)/i;

/** @type {import('./laws.mjs').Law[]} */
export const tidinessLaws = [
  { name: 'No import goes in a circle', violations: (graph) => cycles(graph) },
  {
    name: 'No file only passes on what others export',
    violations: ({ files }) =>
      files
        .filter((file) => file.isBarrel && !isRoute(file.path))
        .map(({ path }) => `${path}: is a barrel`),
  },
  {
    name: 'No room or file for anything and everything',
    violations: ({ files }) =>
      files
        .filter(({ path }) => ANYTHING_GOES.test(path))
        .map(({ path }) => `${path}: name it after what it holds`),
  },
  {
    name: 'A type is declared once',
    violations: ({ files }) => {
      /** @type {Map<string, string[]>} */
      const places = new Map();
      for (const { path, exportedTypes } of files) {
        if (roomOf(path) === null || isTest(path)) continue;
        for (const name of exportedTypes) places.set(name, [...(places.get(name) ?? []), path]);
      }
      return [...places]
        .filter(([, paths]) => paths.length > 1)
        .map(([name, paths]) => `${paths[0]}: ${name} is declared in ${paths.slice(1)} too`);
    },
  },
];

/** A route of Next's may be somebody else's handler under its own address. @param {string} file */
function isRoute(file) {
  return /^(bench\/baseline\/)?app\/(.*\/)?(route|page|layout)\.tsx?$/.test(file);
}

/**
 * Every circle once, found by depth-first search; types count too.
 *
 * @param {import('./projectGraph.mjs').ProjectGraph} graph
 * @returns {string[]}
 */
function cycles({ edges }) {
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ file, /** @type {string[]} */ way) => {
    state.set(file, 'open');
    for (const { to } of edges.get(file) ?? []) {
      if (state.get(to) === 'open') {
        const circle = [...way.slice(way.indexOf(to)), to];
        found.push(`${to}: ${circle.slice(1).join(' -> ')}`);
      } else if (edges.has(to) && !state.has(to)) visit(to, [...way, to]);
    }
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file, [file]);
  return found;
}

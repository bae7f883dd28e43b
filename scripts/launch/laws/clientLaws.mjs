import { isDoor, isTest, roomOf } from './rooms.mjs';

/** @type {import('./laws.mjs').Law[]} */
export const clientLaws = [
  {
    name: 'Components and client files never reach a store, the database or the environment',
    violations: (graph) =>
      graph.files
        .filter(({ path }) => !isTest(path))
        .filter(({ path, directives }) => directives.has('use client') || isComponent(path))
        .flatMap(({ path }) => {
          const way = wayToServer(path, graph);
          return way ? [`${path}: reaches ${way.slice(1).join(' -> ')}`] : [];
        }),
  },
];

/** @param {string} file */
function isComponent(file) {
  return roomOf(file) === 'components';
}

/** @param {string} target */
function isServerOnly(target) {
  if (/^(node:|pg$|ioredis|bullmq|@prisma|@aws-sdk|pino$)/.test(target)) return true;
  return /^lib\/(db|log)\//.test(target) || target === 'lib/env/env.ts' || isLibDoor(target);
}

/** @param {string} target */
function isLibDoor(target) {
  return target.startsWith('lib/') && isDoor(target);
}

/**
 * The shortest way by imports that exist at run time, or null. A server action's file is a border:
 * what a client imports from it is a call over the network.
 *
 * @param {string} start
 * @param {import('./projectGraph.mjs').ProjectGraph} graph
 * @returns {string[] | null}
 */
function wayToServer(start, { files, edges }) {
  const actions = new Set(files.filter((f) => f.directives.has('use server')).map((f) => f.path));
  const seen = new Set([start]);
  let ways = [[start]];
  while (ways.length > 0) {
    /** @type {string[][]} */
    const longer = [];
    for (const way of ways) {
      for (const { to, isType } of edges.get(way.at(-1) ?? '') ?? []) {
        if (isType || seen.has(to) || actions.has(to)) continue;
        if (isServerOnly(to)) return [...way, to];
        seen.add(to);
        longer.push([...way, to]);
      }
    }
    ways = longer;
  }
  return null;
}

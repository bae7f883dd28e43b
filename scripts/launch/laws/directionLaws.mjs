import { isTest, roomOf } from './rooms.mjs';

/** Lower rooms know nothing of higher ones; rooms of one row nothing of each other. */
const ROWS = [
  ['units'],
  ['geo'],
  ['stations'],
  ['gbfs', 'archive', 'forecast'],
  ['history'],
  ['deficit'],
  ['insights', 'placement', 'alerts'],
  ['routing'],
  ['pipeline'],
  ['jobs', 'app', 'components'],
];
const ROW_OF = new Map(ROWS.flatMap((rooms, row) => rooms.map((room) => [room, row])));
/** What `app` may take from `jobs`: the means to ask for work now. */
const PRODUCER = 'jobs/runtime/producer.ts';
/** Where a supporting room (database, log, sign-in ...) stands: below everything that runs. */
const SCREENS_AND_JOBS = ROWS.length - 1;

/** @type {import('./laws.mjs').Law[]} */
export const directionLaws = [
  {
    name: 'Rooms depend in one direction',
    violations: (graph) =>
      crossings(graph, (from, to) => {
        const [rowFrom, rowTo] = [ROW_OF.get(from) ?? SCREENS_AND_JOBS - 0.5, ROW_OF.get(to)];
        if (rowTo === undefined || from === to || rowTo === SCREENS_AND_JOBS)
          return rowTo === SCREENS_AND_JOBS && rowFrom < SCREENS_AND_JOBS;
        return rowTo >= rowFrom;
      }),
  },
  {
    name: 'app and jobs do not import each other',
    violations: (graph) =>
      crossings(graph, (from, to, file) => {
        if (from === 'jobs') return to === 'app' || to === 'components';
        return (from === 'app' || from === 'components') && to === 'jobs' && file !== PRODUCER;
      }),
  },
  {
    name: 'Nothing that ships imports scripts, benchmarks or tests',
    violations: ({ edges }) =>
      [...edges].flatMap(([from, targets]) =>
        targets
          .filter(({ to }) => /^(scripts|bench)\//.test(to) || isTest(to))
          .filter(() => roomOf(from) !== null && !isTest(from))
          .map(({ to }) => `${from}: imports ${to}`),
      ),
  },
];

/**
 * @param {import('./projectGraph.mjs').ProjectGraph} graph
 * @param {(from: string, to: string, file: string) => boolean} isForbidden of two rooms
 */
function crossings({ edges }, isForbidden) {
  return [...edges].flatMap(([file, targets]) => {
    const from = roomOf(file);
    if (from === null || isTest(file)) return [];
    return targets
      .map(({ to }) => ({ to, room: roomOf(to) }))
      .filter(({ to, room }) => room !== null && isForbidden(from, room, to))
      .map(({ to }) => `${file}: imports ${to}`);
  });
}

/**
 * A test, or what only tests use: x.test.ts, testDatabase.ts, e2e/.
 *
 * @param {string} file
 */
export function isTest(file) {
  return /\.(test|spec)\.tsx?$|\/test[A-Z]\w*\.tsx?$/.test(file) || file.startsWith('e2e/');
}

/**
 * The room a file stands in: `stations` for lib/stations/station.ts, `jobs` for what is below jobs.
 *
 * @param {string} file
 * @returns {string | null} null outside of the rooms: a package, a script
 */
export function roomOf(file) {
  const [top, below] = file.split('/');
  if (top === 'lib') return below ?? null;
  return top === 'app' || top === 'jobs' || top === 'components' ? top : null;
}

/** Rooms that know the domain and nothing of where data come from. */
export const DOMAIN_ROOMS = [
  ...['units', 'geo', 'stations', 'gbfs', 'archive', 'forecast'],
  ...['history', 'deficit', 'insights', 'placement', 'routing', 'alerts', 'pipeline'],
];

/**
 * A file in which a domain room may touch the database, files or the network: stores and fetches.
 *
 * @param {string} file
 */
export function isDoor(file) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /^(store|fetch)|[a-z0-9]Store\b|Sql\.ts$/.test(name);
}

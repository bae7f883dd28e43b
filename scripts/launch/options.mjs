import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {number | undefined} port web port; undefined: PORT, else the first free one from 3000
 * @property {string} host address the web server binds
 * @property {string} dataDir absolute
 * @property {boolean} demo run the simulated city whether or not the live feed answers
 * @property {boolean} live use the live feed although the simulated city was chosen before
 * @property {boolean} dev compile pages on request and restart the worker on changes
 * @property {boolean} help
 */

export const HELP = `Usage: npm start -- [options]

  --port N     web port (default: PORT, else the first free one from 3000)
  --host H     address to listen on (default: HOST, else 127.0.0.1; 0.0.0.0 for every interface)
  --data DIR   where everything is kept (default: DATA_DIR, else .data)
  --demo       run a simulated city instead of the live feed
  --live       go back to the live feed after a simulated city
  --dev        compile pages on request (next dev), restart the worker on changes
  --help       this text

Environment: DATABASE_URL, REDIS_URL, FEED_URL, VEHICLE_FEED_URL, ARCHIVE_URL, ADMIN_EMAIL,
ADMIN_PASSWORD, AUTH_SECRET, TILE_URL and more, all in docs/configuration.md.`;

/** What is wrong with the command line, in words for the person who typed it. */
export class UsageError extends Error {}

/**
 * @param {string[]} argv without node and the script
 * @param {Record<string, string | undefined>} env
 * @returns {StartOptions}
 * @throws {UsageError}
 */
export function parseStartOptions(argv, env) {
  const values = readArguments(argv);
  if (values.demo && values.live) throw new UsageError('--demo and --live exclude each other.');
  const port = values.port ?? (env.PORT || undefined);
  return {
    port: port === undefined ? undefined : parsePort(port),
    host: values.host ?? (env.HOST || '127.0.0.1'),
    dataDir: path.resolve(values.data ?? (env.DATA_DIR || '.data')),
    demo: values.demo ?? false,
    live: values.live ?? false,
    dev: values.dev ?? false,
    help: values.help ?? false,
  };
}

/** @param {string[]} argv */
function readArguments(argv) {
  try {
    return parseArgs({
      args: argv,
      strict: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        live: { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} text */
function parsePort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new UsageError(`The port must be a whole number from 1 to 65535, not "${text}".`);
}

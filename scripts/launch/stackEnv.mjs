import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIVE_FEED_URL } from './source.mjs';
import { systemIdOf } from './systemId.mjs';

/** The simulated city's own system id: its rows never mix with a real city's. */
export const SIMULATED_SYSTEM_ID = 'simulated-city';

/**
 * The environment of web and worker: what the person gave, completed by what this start decided.
 *
 * @param {object} given
 * @param {Record<string, string | undefined>} given.base the person's environment; what it sets wins
 * @param {string} given.dataDir absolute
 * @param {string} given.databaseUrl
 * @param {string | undefined} given.redisUrl undefined: the queue lives in Postgres
 * @param {string} given.authSecret
 * @param {number} given.port of the web server
 * @param {string} given.host
 * @param {import('./source.mjs').FeedSource['kind']} given.sourceKind
 * @param {string | undefined} given.simulatedUrl base address of the simulated city
 * @param {boolean} given.dev
 * @returns {Record<string, string | undefined>}
 */
export function stackEnv(given) {
  const { base, dataDir, port, sourceKind, simulatedUrl } = given;
  const publicUrl = base.PUBLIC_URL || `http://localhost:${port}`;
  const authSecret = base.AUTH_SECRET || given.authSecret;
  const env = {
    ...base,
    NODE_ENV: given.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    DATABASE_URL: given.databaseUrl,
    REDIS_URL: given.redisUrl,
    DATA_DIR: dataDir,
    ARCHIVE_URL: base.ARCHIVE_URL || pathToFileURL(path.join(dataDir, 'archive')).href,
    AUTH_SECRET: authSecret,
    PUBLIC_URL: publicUrl,
    PORT: String(port),
    HOST: given.host,
    ...feedEnv(base, sourceKind, simulatedUrl),
  };
  // spawn would pass the text "undefined".
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}

/**
 * @param {Record<string, string | undefined>} base
 * @param {import('./source.mjs').FeedSource['kind']} kind
 * @param {string | undefined} simulatedUrl
 * @returns {Record<string, string | undefined>}
 */
function feedEnv(base, kind, simulatedUrl) {
  if (kind === 'simulated') {
    return {
      FEED_URL: `${simulatedUrl}/gbfs.json`,
      DISTRICT_URLS: `${simulatedUrl}/districts.geojson`,
      SYSTEM_ID: SIMULATED_SYSTEM_ID,
      LIVE_FEED_URL: base.LIVE_FEED_URL ?? LIVE_FEED_URL,
      FALLBACK_FEED_URL: 'none', // it carries the real city
    };
  }
  const feedUrl = (kind === 'given' && base.FEED_URL) || LIVE_FEED_URL;
  const systemId = base.SYSTEM_ID || systemIdOf(feedUrl);
  return {
    FEED_URL: feedUrl,
    SYSTEM_ID: systemId,
    LIVE_FEED_URL: undefined,
    // Vélib's data belong to Vélib's system only.
    FALLBACK_FEED_URL: base.FALLBACK_FEED_URL || (systemId === 'velib' ? undefined : 'none'),
  };
}

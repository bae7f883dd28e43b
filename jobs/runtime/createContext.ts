import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openArchive } from '@/lib/archive/openArchiveStore';
import type { DatabaseHandle } from '@/lib/db/database';
import { withSessionLock } from '@/lib/db/sessionLock';
import type { Env } from '@/lib/env/env';
import type { Log } from '@/lib/log/log';
import { completeHistory } from '@/lib/pipeline/drainSpool';
import { createAvailabilityIngest } from '@/lib/pipeline/ingestAvailability';
import { ingestSystem } from '@/lib/pipeline/ingestSystem';
import { createCityLoader } from '@/lib/pipeline/loadCity';
import { openSpool } from '@/lib/pipeline/spoolStore';
import { createDistrictStore } from '@/lib/stations/districtStore';
import { createIngestStore, type IngestStore } from '@/lib/stations/ingestStore';
import { createStationStore } from '@/lib/stations/stationStore';
import type { Clock } from '@/lib/units/clock';
import { openFeedClient, openLiveFeedClient } from './feedClients';
import type { JobContext } from './jobContext';
import { createPauses } from './pauses';

const SPOOL_MAX_BYTES = 2 * 1024 ** 3;

export interface ContextDeps {
  env: Env;
  database: Pick<DatabaseHandle, 'pool'>;
  log: Log;
  enqueue: JobContext['enqueue'];
  signal: AbortSignal;
}

/** Joins configuration, stores and clients into what handlers need. Contacts nobody yet. */
export function createContext({ env, database, log, enqueue, signal }: ContextDeps): JobContext {
  const { pool } = database;
  const systemId = env.SYSTEM_ID;
  const clock: Clock = () => new Date();
  const workerId = randomUUID().slice(0, 8);
  const feed = openFeedClient(env, clock, Math.random);
  const ingest = createIngestStore(pool, systemId);
  const stations = createStationStore(pool, systemId);
  const nameSystem = () =>
    ingestSystem({ feed, ingest, stations, feedUrl: env.FEED_URL, placeholder: placeholder(env) });
  const ingesting = {
    feed,
    exclusively: <T>(use: (store: IngestStore) => Promise<T>) =>
      withSessionLock(pool, `fetch-availability ${systemId}`, (db) =>
        use(createIngestStore(db, systemId)),
      ),
    spool: openSpool({
      directory: path.resolve(env.DATA_DIR, 'spool', systemId),
      maxBytes: SPOOL_MAX_BYTES,
      workerId,
      onUnreadable: (file, error) => log.error({ file, error }, 'a spooled fetch is not readable'),
    }),
    clock,
    log,
  };
  return {
    env,
    systemId,
    workerId,
    pool,
    feed,
    liveFeed: openLiveFeedClient(env, clock, Math.random),
    archive: openArchive(env),
    ingest,
    stations,
    districts: createDistrictStore(pool, systemId),
    city: createCityLoader(pool, systemId, clock),
    ingestAvailability: createAvailabilityIngest({
      ...ingesting,
      readStationIdByCode: stations.readStationIdByCode,
      ingestSystem: nameSystem,
    }),
    ingestSystem: nameSystem,
    completeHistory: () => completeHistory(ingesting),
    enqueue,
    isPaused: createPauses(pool, systemId),
    countSpooled: () => ingesting.spool.count(),
    clock,
    log,
    signal,
  };
}

/** What stands in for a live feed is simulated, even if it fails to say so. */
function placeholder(env: Env) {
  const simulation = env.LIVE_FEED_URL ? ('generated' as const) : null;
  return { name: env.SYSTEM_ID, timezone: 'Etc/UTC', language: 'en', simulation };
}

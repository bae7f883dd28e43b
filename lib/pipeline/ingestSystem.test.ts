import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { FeedClient } from '@/lib/gbfs/feedClient';
import { createIngestStore } from '@/lib/stations/ingestStore';
import type { SystemInformation } from '@/lib/stations/station';
import { createStationStore } from '@/lib/stations/stationStore';
import { testFetch } from '@/lib/stations/testSnapshots';
import { ingestSystem, type SystemDeps } from './ingestSystem';

const SYSTEM = 'replayed';
const FEED_URL = 'http://feed.test/gbfs.json';
const PLACEHOLDER = { name: SYSTEM, timezone: 'Etc/UTC', language: 'en', simulation: null };
const REPLAY: SystemInformation = {
  name: 'Replay of a day',
  timezone: 'Europe/Paris',
  language: 'fr',
  simulation: 'replay',
};

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE feed_state, feed_fetch, system'));

/** A feed that tells its name, or with null that it has told it already. */
function answering(value: SystemInformation | null): Pick<FeedClient, 'fetchSystem'> {
  const outcome = value ? ('fetched' as const) : ('unchanged' as const);
  const fetched = testFetch(new Date(), { feed: 'system' });
  return { fetchSystem: async () => ({ value, report: { ...fetched, url: FEED_URL, outcome } }) };
}

function deps(value: SystemInformation | null): SystemDeps {
  return {
    feed: answering(value),
    ingest: createIngestStore(database.pool, SYSTEM),
    stations: createStationStore(database.pool, SYSTEM),
    feedUrl: FEED_URL,
    placeholder: PLACEHOLDER,
  };
}

async function storedCity() {
  const sql = 'SELECT name, timezone, language, simulation FROM system WHERE system_id = $1';
  return (await database.pool.query(sql, [SYSTEM])).rows;
}

test('a city that has not told its name is shown by its placeholder', async () => {
  await ingestSystem(deps(null));
  expect(await storedCity()).toEqual([PLACEHOLDER]);
});

test('what the feed says takes the placeholder’s place, and stays when nothing is new', async () => {
  await ingestSystem(deps(null));
  await ingestSystem(deps(REPLAY));
  await ingestSystem(deps(null));
  expect(await storedCity()).toEqual([REPLAY]);
});

test('a job told “unchanged” while another stores the name leaves it alone', async () => {
  const first = deps(REPLAY);
  const recordFetch: SystemDeps['ingest']['recordFetch'] = async (...record) => {
    await ingestSystem(deps(null)); // the second job, before the first has recorded its fetch
    return createIngestStore(database.pool, SYSTEM).recordFetch(...record);
  };
  await ingestSystem({ ...first, ingest: { recordFetch } });
  expect(await storedCity()).toEqual([REPLAY]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { HistoryReader } from '@/lib/history/historyReader';
import type { StationSeries } from '@/lib/history/stationSeries';
import { defaultSettings } from '@/lib/settings/settings';
import type { StationProfile } from '@/lib/stations/stationProfile';
import { loadStationPast } from './stationPast';

const START = Date.parse('2026-11-20T00:00Z') / 1_000;
const at = (hour: number) => START + hour * 3_600;
const span = { fromAt: at(0), toAt: at(24) };
const city = { districts: [], timezone: 'Europe/Paris' };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const profile: StationProfile = {
  ...{ stationId: 'a', stationCode: null, name: 'Rue A', lat: 48.85, lon: 2.35, capacity: 40 },
  ...{ districtId: null, firstSeenAt: at(-99), lastSeenAt: at(20), removedAt: at(20) },
  events: [
    { at: at(20), kind: 'removed', before: null, after: null },
    { at: at(6), kind: 'resized', before: { capacity: 20 }, after: { capacity: 40 } },
  ],
};

/** A reader that knows this much. */
function readerOf(series: StationSeries | null): HistoryReader {
  return { readStation: async () => series } as unknown as HistoryReader;
}
const load = (series: StationSeries | null) =>
  loadStationPast(
    { db: database.pool, systemId: 'testcity', reader: readerOf(series) },
    city,
    profile,
    span,
  );

it('measures by the settings and docks of the time, and says where nothing is known', async () => {
  await database.pool.query(
    `INSERT INTO settings_version (system_id, settings, reason, created_at)
     VALUES ('testcity', $1, 'because', to_timestamp($2))`,
    [{ ...defaultSettings, targetRatio: 0.5 }, at(12)],
  );
  const past = await load({
    ...{ stationId: 'a', ...span },
    stretches: [{ fromAt: at(2), toAt: at(24), tier: 'changes' }],
    samples: {
      ...{ at: [at(2)], numBikesAvailable: [5], numDocksAvailable: [15], flags: [7] },
      ...{ numMechanicalAvailable: [5], numEbikesAvailable: [0] },
    },
    unobserved: [{ fromAt: at(8), toAt: at(9) }],
  });
  expect(past.levels.map((level) => [(level.fromAt - START) / 3_600, level.targetBikes])).toEqual([
    [0, 4],
    [6, 8],
    [12, 20],
  ]);
  expect(past.unknown).toEqual([
    { fromAt: at(0), toAt: at(2) },
    { fromAt: at(8), toAt: at(9) },
  ]);
  expect(past.absent).toEqual([{ fromAt: at(20), toAt: at(24) }]);
});

it('knows nothing of a station that no tier has, and says so', async () => {
  const past = await load(null);
  expect(past.samples.at).toEqual([]);
  expect(past.unknown).toEqual([span]);
});

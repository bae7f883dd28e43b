import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { packInsightDays } from '@/lib/pipeline/packInsightDays';
import { addDays } from './calendar';
import { type DayCells, emptyMinOf, openMinOf } from './dayCells';
import { rateOffset } from './foldCity';
import { readDepartureRates, readInsightCity } from './insightCityStore';
import { createInsightDayStore } from './insightDayStore';

const SYSTEM = 'testcity';
const FIRST = '2026-03-02';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query('TRUNCATE station_day, summary_day, insight_day, station_rate, station'),
);

const store = () => createInsightDayStore(database.pool, SYSTEM);

/** A summarised day on which each station was empty for so many minutes of each quarter-hour. */
async function summarise(date: string, emptyMin: Record<string, number>, at = 0): Promise<void> {
  await database.pool.query(
    `INSERT INTO summary_day (system_id, local_date, known_to_at, is_partial, last_fetch_id,
       stations, computed_at)
     VALUES ($1, $2, now(), false, 0, $3, to_timestamp($4))
     ON CONFLICT (system_id, local_date) DO UPDATE SET computed_at = excluded.computed_at`,
    [SYSTEM, date, Object.keys(emptyMin).length, 1_000 + at],
  );
  await database.pool.query('DELETE FROM station_day WHERE local_date = $1::date', [date]);
  for (const [stationId, empty] of Object.entries(emptyMin)) {
    const fill = (minutes: number) =>
      minutes === 0 ? [] : new Array(QUARTERS_A_DAY).fill(minutes);
    await database.pool.query(
      `INSERT INTO station_day (system_id, station_id, local_date, observed_min, open_min, empty_min,
         full_min, departures, arrivals, moved_out, moved_in, stuck_min)
       VALUES ($1, $2, $3, $4, $4, $5, '{}', '{}', '{}', '{}', '{}', '{}')`,
      [SYSTEM, stationId, date, fill(15), fill(empty)],
    );
  }
}

async function readAll(from: string, to: string): Promise<DayCells[]> {
  const days: DayCells[] = [];
  for await (const day of store().readDays(from, to)) days.push(day);
  return days;
}

const emptyOf = ({ stationIds, cells }: DayCells) =>
  stationIds.map((id, row) => [id, emptyMinOf(cells[row * QUARTERS_A_DAY + 50]!)]);

test('a day reads the same packed and not, and is packed anew when it was summarised anew', async () => {
  await summarise(FIRST, { b: 3, a: 0 });
  const unpacked = await readAll(FIRST, FIRST);
  expect(emptyOf(unpacked[0]!)).toEqual([
    ['a', 0],
    ['b', 3],
  ]);
  expect(openMinOf(unpacked[0]!.cells[0]!)).toBe(15);
  expect(await store().readDueDates()).toEqual([FIRST]);
  expect(await packInsightDays(store())).toEqual({ packed: 1 });
  expect(await store().readDueDates()).toEqual([]);
  expect(await readAll(FIRST, FIRST)).toEqual(unpacked);

  await summarise(FIRST, { b: 9, c: 1 }, 60);
  // What is packed is older than the rows: these are read.
  expect(emptyOf((await readAll(FIRST, FIRST))[0]!)).toEqual([
    ['b', 9],
    ['c', 1],
  ]);
  expect(await store().readDueDates()).toEqual([FIRST]);
});

test('a long span is read whole, in order, and not beyond its ends', async () => {
  const dates = Array.from({ length: 130 }, (_, i) => addDays(FIRST, i));
  for (const date of dates) await summarise(date, { a: 1 });
  await packInsightDays(store());
  const read = await readAll(dates[2]!, dates[127]!);
  expect(read.map(({ date }) => date)).toEqual(dates.slice(2, 128));
});

test('stations of whenever, and their rates where there are any', async () => {
  await database.pool.query(
    `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at, removed_at)
     VALUES ($1, 'a', 'A', 48.8, 2.3, now(), now(), NULL),
            ($1, 'gone', 'Gone', 48.9, 2.3, now(), now(), to_timestamp(99))`,
    [SYSTEM],
  );
  const city = await readInsightCity(database.pool, SYSTEM);
  expect(city).toMatchObject({ stationIds: ['a', 'gone'], removedAt: [null, 99], districts: [] });
  await database.pool.query(
    `INSERT INTO station_rate (system_id, station_id, day_kind, departures_per_min, arrivals_per_min,
       exposure_min, censored_min, days, from_date, to_date, computed_at)
     VALUES ($1, 'a', 'saturday', $2, '{}', '{}', '{}', 1, now(), now(), now())`,
    [SYSTEM, Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => quarter / 4)],
  );
  const rates = await readDepartureRates(database.pool, SYSTEM, city.stationIds);
  expect(rates[rateOffset(0, 1) + 6]).toBe(1.5);
  expect(rates[rateOffset(0, 0) + 6]).toBeNaN();
  expect(rates[rateOffset(1, 1) + 6]).toBeNaN();
});

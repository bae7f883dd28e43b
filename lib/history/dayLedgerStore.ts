import type pg from 'pg';
import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import { OWN_LOG_BEGINS_SQL } from '@/lib/stations/importedUntilSql';
import type { SummarisedDay } from './daySummary';
import { type DistrictFigures, SUMMED } from './sumDistricts';
import type { StationFigures } from './summariseStation';

export type ComputedDay = Omit<SummarisedDay, 'stations'> & { lastFetchId: number };

export interface DayLedgerStore {
  /** Local dates that are to be summarised, newest first. */
  readDueDays(timeZone: string, nowAt: Date): Promise<string[]>;
  /** Replaces what is stored of a day, all in one transaction. */
  storeDay(
    day: ComputedDay,
    stations: readonly StationFigures[],
    districts: readonly DistrictFigures[],
  ): Promise<void>;
}

/** Keeps the days that `summarise-days` computes, and knows which of them are due. */
export function createDayLedgerStore(pool: pg.Pool, systemId: string): DayLedgerStore {
  return {
    async readDueDays(timeZone, nowAt) {
      const { rows } = await pool.query<{ localDate: string }>(DUE_DAYS_SQL, [
        systemId,
        timeZone,
        nowAt,
        LATE_IDS,
      ]);
      return rows.map(({ localDate }) => localDate);
    },

    storeDay: (day, stations, districts) =>
      withTransaction(pool, async (db) => {
        await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `summary ${systemId}`,
        ]);
        const key = [systemId, day.localDate];
        for (const table of ['station_day', 'district_day', 'summary_day'])
          await db.query(`DELETE FROM ${table} WHERE system_id = $1 AND local_date = $2`, key);
        await insertStations(db, key, stations);
        await insertDistricts(db, key, districts);
        await db.query(
          `INSERT INTO summary_day (system_id, local_date, known_to_at, is_partial, last_fetch_id,
             stations, computed_at)
           VALUES ($1, $2, to_timestamp($3), $4, $5, $6, to_timestamp($7))`,
          [...key, day.knownToAt, day.isPartial, day.lastFetchId, stations.length, day.computedAt],
        );
      }),
  };
}

async function insertStations(db: Database, key: string[], rows: readonly StationFigures[]) {
  await db.query(
    `INSERT INTO station_day (system_id, local_date, station_id, min_bikes, observed_min, open_min,
       empty_min, full_min, departures, arrivals, moved_out, moved_in, stuck_min)
     SELECT $1, $2, station_id, min_bikes, observed::int2[], open::int2[], empty::int2[],
       full_min::int2[], departures::int2[], arrivals::int2[], moved_out::int2[], moved_in::int2[],
       stuck::int2[]
     FROM unnest($3::text[], $4::int2[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
       AS row(station_id, min_bikes, observed, open, empty, full_min, departures, arrivals,
         moved_out, moved_in, stuck)`,
    [
      ...key,
      textArrayLiteral(rows.map(({ stationId }) => stationId)),
      arrayLiteral(rows.map(({ minBikes }) => minBikes)),
      ...[...SUMMED, 'stuckMin' as const].map((name) => packed(rows.map((row) => row[name]))),
    ],
  );
}

async function insertDistricts(db: Database, key: string[], rows: readonly DistrictFigures[]) {
  await db.query(
    `INSERT INTO district_day (system_id, local_date, district_id, stations, observed_min, open_min,
       empty_min, full_min, departures, arrivals, moved_out, moved_in)
     SELECT $1, $2, district_id, stations, observed::int[], open::int[], empty::int[],
       full_min::int[], departures::int[], arrivals::int[], moved_out::int[], moved_in::int[]
     FROM unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[])
       AS row(district_id, stations, observed, open, empty, full_min, departures, arrivals,
         moved_out, moved_in)`,
    [
      ...key,
      textArrayLiteral(rows.map(({ districtId }) => districtId)),
      arrayLiteral(rows.map(({ stations }) => stations)),
      ...SUMMED.map((name) => packed(rows.map((row) => row[name]))),
    ],
  );
}

/** One array literal a row; an array of zeros is stored as an empty one. */
function packed(arrays: readonly number[][]): string {
  return textArrayLiteral(
    arrays.map((array) => (array.some((value) => value !== 0) ? arrayLiteral(array) : '{}')),
  );
}

/** Transactions that began earlier may end later: so many ids are looked at again. */
const LATE_IDS = 2_000;

/**
 * Due is a day of the own record or the archive that nobody summarised yet, one that a fetch was
 * entered for since (the running one, or what waited on disk), a partial one that has ended, and every
 * day of a recording that was loaded since. That fetches and changes are dropped makes no day due.
 *
 * Parameters: 1 system, 2 time zone, 3 now, 4 ids to look at again.
 */
const DUE_DAYS_SQL = `
WITH ledger AS (
  SELECT * FROM summary_day WHERE system_id = $1
),
fetched AS (
  SELECT (started_at AT TIME ZONE $2)::date AS local_date, max(id) AS id
  FROM feed_fetch
  WHERE system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
    AND id > (SELECT coalesce(max(last_fetch_id), 0) FROM ledger) - $4
  GROUP BY 1
),
own AS (
  SELECT day::date AS local_date
  FROM generate_series(
    (${OWN_LOG_BEGINS_SQL} AT TIME ZONE $2)::date, ($3::timestamptz AT TIME ZONE $2)::date,
    interval '1 day') AS day
),
loaded AS (
  SELECT day::date AS local_date, i.finished_at
  FROM history_import i
  CROSS JOIN LATERAL generate_series(
    (i.from_at AT TIME ZONE $2)::date,
    (coalesce(CASE WHEN i.finished_at IS NULL THEN i.loaded_to_at ELSE i.to_at END, i.from_at)
      AT TIME ZONE $2)::date,
    interval '1 day') AS day
  WHERE i.system_id = $1 AND (i.loaded_to_at IS NOT NULL OR i.finished_at IS NOT NULL)
),
archived AS (
  SELECT DISTINCT (hour AT TIME ZONE $2)::date AS local_date
  FROM archive_hour WHERE system_id = $1
),
due AS (
  SELECT local_date FROM archived
  WHERE NOT EXISTS (SELECT FROM ledger l WHERE l.local_date = archived.local_date)
  UNION
  SELECT local_date FROM own
  WHERE NOT EXISTS (SELECT FROM ledger l WHERE l.local_date = own.local_date)
  UNION
  SELECT local_date FROM fetched
  WHERE NOT EXISTS (
    SELECT FROM ledger l WHERE l.local_date = fetched.local_date AND l.last_fetch_id >= fetched.id)
  UNION
  SELECT local_date FROM ledger
  WHERE is_partial AND local_date < ($3::timestamptz AT TIME ZONE $2)::date
  UNION
  SELECT local_date FROM loaded
  WHERE NOT EXISTS (
    SELECT FROM ledger l WHERE l.local_date = loaded.local_date
      AND l.computed_at >= coalesce(loaded.finished_at, l.computed_at))
)
SELECT to_char(local_date, 'YYYY-MM-DD') AS "localDate" FROM due ORDER BY local_date DESC`;

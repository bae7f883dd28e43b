import type pg from 'pg';
import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import { withTransaction } from '@/lib/db/transaction';
import type { Position } from '@/lib/geo/position';
import type { DayKind, KindRates } from './daySummary';
import { stuckDays, type TurnoverDay } from './stuckDays';

/** A day whose figures count towards the rates. */
export interface RateDay {
  localDate: string;
  kind: DayKind;
}

/** What was counted of a station over the days of one kind, by quarter-hour. */
export interface RateSums {
  stationId: string;
  dayKind: DayKind;
  days: number;
  fromDate: string;
  toDate: string;
  departures: number[];
  arrivals: number[];
  /** Open minutes with a usable bike, and those without. */
  exposureMin: number[];
  censoredMin: number[];
  /** Open minutes with a free dock. */
  dockMin: number[];
}

export type StoredRates = Omit<KindRates, 'computedAt'> & {
  stationId: string;
  dayKind: DayKind;
};

export interface RateStore {
  /** The newest days with any open station, oldest first. */
  readDates(count: number): Promise<string[]>;
  /** How many days are over and summarised; whether any was after the rates were estimated. */
  readState(): Promise<{ closedDays: number; isOutdated: boolean }>;
  readPlaces(): Promise<(Position & { stationId: string })[]>;
  /** The sums of some stations over the given days. */
  readSums(stationIds: readonly string[], days: readonly RateDay[]): Promise<RateSums[]>;
  /** Replaces the rates of these stations and kinds of day; others stay as they were. */
  storeRates(rates: readonly StoredRates[], computedAt: Date): Promise<void>;
}

export function createRateStore(pool: pg.Pool, systemId: string): RateStore {
  return {
    async readDates(count) {
      const { rows } = await pool.query<{ date: string }>(
        `SELECT to_char(local_date, 'YYYY-MM-DD') AS date FROM district_day
         WHERE system_id = $1 AND district_id = '' AND stations > 0
         ORDER BY local_date DESC LIMIT $2`,
        [systemId, count],
      );
      return rows.map(({ date }) => date).reverse();
    },

    async readState() {
      const { rows } = await pool.query<{ closedDays: number; isOutdated: boolean }>(
        `SELECT count(*)::int AS "closedDays", coalesce(max(computed_at), '-infinity') > coalesce(
           (SELECT max(computed_at) FROM station_rate WHERE system_id = $1), '-infinity')
           AS "isOutdated"
         FROM summary_day WHERE system_id = $1 AND NOT is_partial`,
        [systemId],
      );
      return rows[0]!;
    },

    async readPlaces() {
      const { rows } = await pool.query<Position & { stationId: string }>(
        `SELECT station_id AS "stationId", lat, lon FROM station
         WHERE system_id = $1 ORDER BY station_id COLLATE "C"`,
        [systemId],
      );
      return rows;
    },

    async readSums(stationIds, days) {
      const dates = textArrayLiteral(days.map(({ localDate }) => localDate));
      const ids = textArrayLiteral(stationIds);
      const turnover = await pool.query<TurnoverDay>(TURNOVER_SQL, [systemId, ids, dates]);
      const stuck = stuckDays(turnover.rows);
      const { rows } = await pool.query<RateSums>(SUMS_SQL, [
        systemId,
        ids,
        dates,
        textArrayLiteral(days.map(({ kind }) => kind)),
        textArrayLiteral(stuck.map(({ stationId }) => stationId)),
        textArrayLiteral(stuck.map(({ localDate }) => localDate)),
      ]);
      return rows;
    },

    storeRates: (rates, computedAt) =>
      withTransaction(pool, async (db) => {
        const list = (of: (rate: StoredRates) => number[]) =>
          textArrayLiteral(rates.map((rate) => arrayLiteral(of(rate))));
        await db.query(STORE_SQL, [
          systemId,
          computedAt,
          textArrayLiteral(rates.map(({ stationId }) => stationId)),
          textArrayLiteral(rates.map(({ dayKind }) => dayKind)),
          list(({ departuresPerMin }) => departuresPerMin.map(Math.fround)),
          list(({ arrivalsPerMin }) => arrivalsPerMin.map(Math.fround)),
          list(({ exposureMin }) => exposureMin),
          list(({ censoredMin }) => censoredMin),
          arrayLiteral(rates.map(({ days }) => days)),
          textArrayLiteral(rates.map(({ fromDate }) => fromDate)),
          textArrayLiteral(rates.map(({ toDate }) => toDate)),
        ]);
      }),
  };
}

/** Parameters: 1 system, 2 stations, 3 dates. */
const TURNOVER_SQL = `
SELECT station_id AS "stationId", to_char(local_date, 'YYYY-MM-DD') AS "localDate",
  min_bikes AS "minBikes",
  (SELECT coalesce(sum(n), 0)::int FROM unnest(departures) AS n) AS departures,
  (SELECT coalesce(sum(n), 0)::int FROM unnest(observed_min) AS n) AS "observedMin"
FROM station_day
WHERE system_id = $1 AND station_id = ANY ($2::text[]) AND local_date = ANY ($3::date[])
ORDER BY station_id, local_date`;

/** Parameters: 1 system, 2 stations, 3 dates, 4 their kinds, 5 and 6 station and date of stuck days. */
const SUMS_SQL = `
WITH kind AS (
  SELECT * FROM unnest($3::date[], $4::text[]) AS k(local_date, day_kind)
),
stuck AS (
  SELECT station_id, local_date, true AS is_stuck
  FROM unnest($5::text[], $6::date[]) AS s(station_id, local_date)
),
cell AS (
  SELECT d.station_id, k.day_kind, q.quarter,
    sum(coalesce(q.departures, 0)) AS departures, sum(coalesce(q.arrivals, 0)) AS arrivals,
    sum(coalesce(q.open, 0)) AS open,
    sum(coalesce(CASE WHEN stuck.is_stuck THEN q.stuck ELSE q.empty END, 0)) AS censored,
    sum(greatest(coalesce(q.open, 0) - coalesce(q.full_min, 0), 0)) AS dock
  FROM station_day d
  JOIN kind k USING (local_date)
  LEFT JOIN stuck USING (station_id, local_date)
  CROSS JOIN LATERAL unnest(d.open_min, d.empty_min, d.full_min, d.stuck_min, d.departures,
    d.arrivals) WITH ORDINALITY AS q(open, empty, full_min, stuck, departures, arrivals, quarter)
  WHERE d.system_id = $1 AND d.station_id = ANY ($2::text[]) AND d.min_bikes IS NOT NULL
  GROUP BY d.station_id, k.day_kind, q.quarter
),
counted AS (
  SELECT d.station_id, k.day_kind, count(*)::int AS days, min(local_date) AS from_date,
    max(local_date) AS to_date
  FROM station_day d JOIN kind k USING (local_date)
  WHERE d.system_id = $1 AND d.station_id = ANY ($2::text[]) AND d.min_bikes IS NOT NULL
  GROUP BY d.station_id, k.day_kind
)
SELECT station_id AS "stationId", day_kind AS "dayKind", days,
  to_char(from_date, 'YYYY-MM-DD') AS "fromDate", to_char(to_date, 'YYYY-MM-DD') AS "toDate",
  json_agg(departures ORDER BY quarter) AS departures,
  json_agg(arrivals ORDER BY quarter) AS arrivals,
  json_agg(open - censored ORDER BY quarter) AS "exposureMin",
  json_agg(censored ORDER BY quarter) AS "censoredMin",
  json_agg(dock ORDER BY quarter) AS "dockMin"
FROM cell JOIN counted USING (station_id, day_kind)
GROUP BY station_id, day_kind, days, from_date, to_date`;

const STORE_SQL = `
INSERT INTO station_rate (system_id, computed_at, station_id, day_kind, departures_per_min,
  arrivals_per_min, exposure_min, censored_min, days, from_date, to_date)
SELECT $1, $2, station_id, day_kind, departures::real[], arrivals::real[], exposure::int[],
  censored::int[], days, from_date, to_date
FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
  $10::date[], $11::date[])
  AS row(station_id, day_kind, departures, arrivals, exposure, censored, days, from_date, to_date)
ORDER BY station_id, day_kind
ON CONFLICT (system_id, station_id, day_kind) DO UPDATE SET
  computed_at = excluded.computed_at, departures_per_min = excluded.departures_per_min,
  arrivals_per_min = excluded.arrivals_per_min, exposure_min = excluded.exposure_min,
  censored_min = excluded.censored_min, days = excluded.days, from_date = excluded.from_date,
  to_date = excluded.to_date`;

import type pg from 'pg';
import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import { withTransaction } from '@/lib/db/transaction';
import type { Position } from '@/lib/geo/position';
import { type DayKind, type KindRates, QUARTERS_A_DAY } from './daySummary';
import type { CountedDay } from './sumCountedDays';

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
  /** Days of some stations, each station's together, oldest first. */
  readDays(stationIds: readonly string[], dates: readonly string[]): Promise<CountedDay[]>;
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

    async readDays(stationIds, dates) {
      const values = [systemId, textArrayLiteral(stationIds), textArrayLiteral(dates)];
      const { rows } = await pool.query<TextDay>(DAYS_SQL, values);
      return rows.map(parseDay);
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

type QuarterColumn = Exclude<keyof CountedDay, 'stationId' | 'localDate' | 'minBikes'>;
/** A day whose arrays are still as the database writes them: the driver's own parser is slow. */
type TextDay = Omit<CountedDay, QuarterColumn> & Record<QuarterColumn, string>;

const ZEROS: readonly number[] = new Array<number>(QUARTERS_A_DAY).fill(0);

function parseDay(row: TextDay): CountedDay {
  return {
    stationId: row.stationId,
    localDate: row.localDate,
    minBikes: row.minBikes,
    observedMin: parseQuarters(row.observedMin),
    openMin: parseQuarters(row.openMin),
    emptyMin: parseQuarters(row.emptyMin),
    fullMin: parseQuarters(row.fullMin),
    stuckMin: parseQuarters(row.stuckMin),
    departures: parseQuarters(row.departures),
    arrivals: parseQuarters(row.arrivals),
  };
}

/** `{0,15,7}`; an empty array stands for zeros. */
function parseQuarters(text: string): readonly number[] {
  return text === '{}' ? ZEROS : (JSON.parse(`[${text.slice(1, -1)}]`) as number[]);
}

/** Parameters: 1 system, 2 stations, 3 dates. */
const DAYS_SQL = `
SELECT station_id AS "stationId", to_char(local_date, 'YYYY-MM-DD') AS "localDate",
  min_bikes AS "minBikes", observed_min::text AS "observedMin", open_min::text AS "openMin",
  empty_min::text AS "emptyMin", full_min::text AS "fullMin", stuck_min::text AS "stuckMin",
  departures::text AS departures, arrivals::text AS arrivals
FROM station_day
WHERE system_id = $1 AND station_id = ANY ($2::text[]) AND local_date = ANY ($3::date[])
ORDER BY station_id, local_date`;

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

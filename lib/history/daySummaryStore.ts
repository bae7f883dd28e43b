import type { Database } from '@/lib/db/database';
import {
  DAY_KINDS,
  type DayKind,
  type DistrictDay,
  type KindRates,
  QUARTERS_A_DAY,
  type StationDaySummary,
  type StationRates,
  type SummarisedDay,
} from './daySummary';

/** Reads what `summarise-days` wrote. Dates are local, YYYY-MM-DD, both ends part of a span. */
export interface DaySummaryStore {
  /** A station's days, oldest first; days that were never summarised are missing. */
  readStationDays(stationId: string, from: string, to: string): Promise<StationDaySummary[]>;
  /** A district's days, oldest first. @param districtId '' for the whole city */
  readDistrictDays(districtId: string, from: string, to: string): Promise<DistrictDay[]>;
  /** One day of every station, by stationId. */
  readCityDay(localDate: string): Promise<StationDaySummary[]>;
  /** Every day there is, oldest first. */
  readSummarisedDays(): Promise<SummarisedDay[]>;
  /** @returns null where the station has no rates yet */
  readRates(stationId: string): Promise<StationRates | null>;
  /** The rates of every station that has any, by stationId. */
  readCityRates(): Promise<StationRates[]>;
}

export function createDaySummaryStore(db: Database, systemId: string): DaySummaryStore {
  async function readRates(stationId: string | null): Promise<StationRates[]> {
    const { rows } = await db.query<RateRow>(RATES_SQL, [systemId, stationId]);
    return ratesByStation(rows);
  }

  return {
    async readStationDays(stationId, from, to) {
      const where = 'd.station_id = $2 AND d.local_date BETWEEN $3 AND $4';
      const { rows } = await db.query<StationDaySummary>(stationDaysSql(where), [
        systemId,
        stationId,
        from,
        to,
      ]);
      return rows.map(filled);
    },
    async readCityDay(localDate) {
      const { rows } = await db.query<StationDaySummary>(stationDaysSql('d.local_date = $2'), [
        systemId,
        localDate,
      ]);
      return rows.map(filled);
    },
    async readDistrictDays(districtId, from, to) {
      const values = [systemId, districtId, from, to];
      const { rows } = await db.query<DistrictDay>(DISTRICT_DAYS_SQL, values);
      return rows.map(filled);
    },
    async readSummarisedDays() {
      const { rows } = await db.query<SummarisedDay>(SUMMARISED_DAYS_SQL, [systemId]);
      return rows;
    },
    readRates: async (stationId) => (await readRates(stationId))[0] ?? null,
    readCityRates: () => readRates(null),
  };
}

interface RateRow extends KindRates {
  stationId: string;
  dayKind: DayKind;
}

function ratesByStation(rows: readonly RateRow[]): StationRates[] {
  const stations = new Map<string, StationRates>();
  for (const { stationId, dayKind, ...rates } of rows) {
    const known = stations.get(stationId);
    const station = known ?? { stationId, weekday: null, saturday: null, sunday: null };
    if (DAY_KINDS.includes(dayKind)) station[dayKind] = rates;
    if (!known) stations.set(stationId, station);
  }
  return [...stations.values()];
}

/** Stored, 96 zeros are an empty array. */
function filled<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([key, value]) =>
    Array.isArray(value) && value.length === 0
      ? [key, new Array<number>(QUARTERS_A_DAY).fill(0)]
      : [key, value],
  );
  return Object.fromEntries(entries) as Row;
}

const DAY_COLUMNS = `
  to_char(d.local_date, 'YYYY-MM-DD') AS "localDate",
  extract(epoch FROM l.known_to_at)::float8 AS "knownToAt", l.is_partial AS "isPartial",
  d.observed_min AS "observedMin", d.open_min AS "openMin", d.empty_min AS "emptyMin",
  d.full_min AS "fullMin", d.departures, d.arrivals, d.moved_out AS "movedOut",
  d.moved_in AS "movedIn"`;

const stationDaysSql = (where: string) => `
SELECT d.station_id AS "stationId", d.min_bikes AS "minBikes", d.stuck_min AS "stuckMin",
  ${DAY_COLUMNS}
FROM station_day d JOIN summary_day l USING (system_id, local_date)
WHERE d.system_id = $1 AND ${where}
ORDER BY d.local_date, d.station_id COLLATE "C"`;

const DISTRICT_DAYS_SQL = `
SELECT d.district_id AS "districtId", d.stations, ${DAY_COLUMNS}
FROM district_day d JOIN summary_day l USING (system_id, local_date)
WHERE d.system_id = $1 AND d.district_id = $2 AND d.local_date BETWEEN $3 AND $4
ORDER BY d.local_date`;

const SUMMARISED_DAYS_SQL = `
SELECT to_char(local_date, 'YYYY-MM-DD') AS "localDate",
  extract(epoch FROM known_to_at)::float8 AS "knownToAt", is_partial AS "isPartial", stations,
  extract(epoch FROM computed_at)::float8 AS "computedAt"
FROM summary_day WHERE system_id = $1 ORDER BY local_date`;

const RATES_SQL = `
SELECT station_id AS "stationId", day_kind AS "dayKind", departures_per_min AS "departuresPerMin",
  arrivals_per_min AS "arrivalsPerMin", exposure_min AS "exposureMin",
  censored_min AS "censoredMin", days, to_char(from_date, 'YYYY-MM-DD') AS "fromDate",
  to_char(to_date, 'YYYY-MM-DD') AS "toDate", extract(epoch FROM computed_at)::float8 AS "computedAt"
FROM station_rate WHERE system_id = $1 AND ($2::text IS NULL OR station_id = $2)
ORDER BY station_id COLLATE "C"`;

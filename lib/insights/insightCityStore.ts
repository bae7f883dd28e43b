import type { Database } from '@/lib/db/database';
import { DAY_KINDS, type DayKind, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { rateOffset } from './foldCity';

/** What the insights need to know of the stations, whenever they stood. Columns share their index. */
export interface InsightCity {
  stationIds: string[];
  names: string[];
  lat: number[];
  lon: number[];
  districtIds: (string | null)[];
  /** Epoch seconds; null: it still stands. */
  removedAt: (number | null)[];
  districts: CityDistrict[];
}

/** Every station that ever was, and the districts. */
export async function readInsightCity(db: Database, systemId: string): Promise<InsightCity> {
  const { rows } = await db.query<InsightCity>({
    name: 'read-insight-city',
    text: CITY_SQL,
    values: [systemId],
  });
  return rows[0]!;
}

/**
 * Departures a minute of each station, as FoldCity holds them.
 *
 * @param stationIds in the order of the answer
 */
export async function readDepartureRates(
  db: Database,
  systemId: string,
  stationIds: readonly string[],
): Promise<Float32Array> {
  const { rows } = await db.query<{ stationId: string; dayKind: DayKind; rates: number[] }>(
    RATES_SQL,
    [systemId],
  );
  const places = new Map(stationIds.map((id, i) => [id, i]));
  const rates = new Float32Array(stationIds.length * DAY_KINDS.length * QUARTERS_A_DAY);
  rates.fill(Number.NaN);
  for (const row of rows) {
    const station = places.get(row.stationId);
    const kind = DAY_KINDS.indexOf(row.dayKind);
    if (station === undefined || kind < 0) continue;
    const at = rateOffset(station, kind);
    // As the day rows: 96 zeros are stored as none.
    if (row.rates.length === 0) rates.fill(0, at, at + QUARTERS_A_DAY);
    else rates.set(row.rates.slice(0, QUARTERS_A_DAY), at);
  }
  return rates;
}

const CITY_SQL = `
SELECT
  coalesce(json_agg(station_id ORDER BY station_id COLLATE "C"), '[]') AS "stationIds",
  coalesce(json_agg(name ORDER BY station_id COLLATE "C"), '[]') AS names,
  coalesce(json_agg(lat ORDER BY station_id COLLATE "C"), '[]') AS lat,
  coalesce(json_agg(lon ORDER BY station_id COLLATE "C"), '[]') AS lon,
  coalesce(json_agg(district_id ORDER BY station_id COLLATE "C"), '[]') AS "districtIds",
  coalesce(json_agg(extract(epoch FROM removed_at)::float8 ORDER BY station_id COLLATE "C"), '[]')
    AS "removedAt",
  (SELECT coalesce(json_agg(json_build_object('districtId', district_id, 'level', level,
     'parentId', parent_id, 'code', code, 'name', name) ORDER BY level, district_id), '[]')
   FROM district WHERE system_id = $1) AS districts
FROM station WHERE system_id = $1`;

// As JSON: half a million numbers are read five times as fast as an array's text.
const RATES_SQL = `
SELECT station_id AS "stationId", day_kind AS "dayKind", to_json(departures_per_min) AS rates
FROM station_rate WHERE system_id = $1`;

import type pg from 'pg';
import { withTransaction } from '@/lib/db/transaction';
import type { StationInformation } from '@/lib/stations/station';
import type { KnownStation, StationEvent } from '@/lib/stations/stationEvents';
import type { RecordedCapacity, StationSpan } from './recordingStage';

/** What an import knows of the stations of its recording. */
export interface PastStations {
  /** Stations that nothing here knows, by stationId. */
  created: ReadonlyMap<string, StationInformation>;
  /** What became of known ones since, see eventsSince. */
  since: readonly StationEvent[];
  /** Each word of the recording on a capacity. */
  capacities: readonly RecordedCapacity[];
  /** Where the recording observed each station. */
  spans: readonly StationSpan[];
  /** The end of the recording. */
  toAt: Date;
}

export interface ImportStationStore {
  /** All stations of the system, those that are gone too, by stationId. */
  readKnown(): Promise<Map<string, KnownStation>>;
  /**
   * Enters stations and events of the past, in one transaction; what is entered already stays as it
   * is. A station that only the recording knows has its row like any other that is gone: `added` at
   * its first observation and `removed` at the recording's end, so that the map of then shows it and
   * the one of today does not. A feed that lists its id again restores it like any other.
   *
   * @returns stations that were new here
   */
  storePast(past: PastStations): Promise<number>;
}

export function createImportStationStore(pool: pg.Pool, systemId: string): ImportStationStore {
  return {
    async readKnown() {
      const { rows } = await pool.query<KnownStation>(READ_KNOWN_SQL, [systemId]);
      return new Map(rows.map((row) => [row.stationId, row]));
    },

    storePast: ({ created, since, capacities, spans, toAt }) =>
      withTransaction(pool, async (db) => {
        await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `stations ${systemId}`,
        ]);
        const lastSaid = new Map(capacities.map((said) => [said.stationId, said.capacity]));
        const observed = spans.map(({ stationId, firstMs }) => {
          const described = created.get(stationId);
          const capacity = lastSaid.get(stationId) ?? described?.capacity ?? null;
          return { ...described, stationId, capacity, firstAt: new Date(firstMs).toISOString() };
        });
        const values = [systemId, JSON.stringify(observed), toAt];
        const { rows } = await db.query<{ created: number }>(CREATE_STATIONS_SQL, values);
        await db.query(PROLONG_STATIONS_SQL, values);
        await db.query(ENTER_EVENTS_SQL, [systemId, JSON.stringify(since), toAt]);
        await db.query(ENTER_EVENTS_SQL, [systemId, JSON.stringify(resized(capacities)), null]);
        return rows[0]?.created ?? 0;
      }),
  };
}

function resized(capacities: readonly RecordedCapacity[]) {
  return capacities.flatMap(({ stationId, atMs, capacity, before }) =>
    before === null
      ? []
      : [
          {
            stationId,
            kind: 'resized',
            before: { capacity: before },
            after: { capacity },
            at: new Date(atMs).toISOString(),
          },
        ],
  );
}

const READ_KNOWN_SQL = `
SELECT station_id AS "stationId", station_code AS "stationCode", name, lat, lon, capacity,
  removed_at IS NOT NULL AS "isRemoved"
FROM station WHERE system_id = $1`;

const OBSERVED = `
  jsonb_to_recordset($2::jsonb) AS o("stationId" text, "stationCode" text, name text, lat float8,
    lon float8, capacity int, "firstAt" timestamptz)`;

/** How an event tells of a station as a whole. */
const DESCRIPTION = `jsonb_build_object('stationId', s.station_id, 'stationCode', s.station_code,
  'name', s.name, 'lat', s.lat, 'lon', s.lon, 'capacity', s.capacity)`;

/** Parameters: 1 system, 2 the observed stations, 3 the recording's end. */
const CREATE_STATIONS_SQL = `
WITH created AS (
  INSERT INTO station AS s (
    system_id, station_id, station_code, name, lat, lon, capacity, first_seen_at, last_seen_at,
    removed_at)
  SELECT $1, "stationId", "stationCode", name, lat, lon, capacity, "firstAt", $3, $3
  FROM ${OBSERVED} WHERE name IS NOT NULL
  ORDER BY "stationId"
  ON CONFLICT (system_id, station_id) DO NOTHING
  RETURNING s.*
),
entered AS (
  INSERT INTO station_event (system_id, station_id, kind, before, after, at)
  SELECT system_id, station_id, 'added'::station_event_kind, NULL, ${DESCRIPTION}, first_seen_at
  FROM created s
  UNION ALL
  SELECT system_id, station_id, 'removed', ${DESCRIPTION}, NULL, removed_at FROM created s
)
SELECT count(*)::int AS created FROM created`;

/** A station that was gone before the recording's end was there as long as the recording saw it. */
const PROLONG_STATIONS_SQL = `
WITH seen AS (
  SELECT s.*, o."firstAt" AS seen_at, s.removed_at < o."firstAt" AS was_gone
  FROM ${OBSERVED} JOIN station s ON s.system_id = $1 AND s.station_id = o."stationId"
  WHERE s.removed_at < $3
),
prolonged AS (
  UPDATE station s SET removed_at = $3, last_seen_at = $3 FROM seen
  WHERE s.system_id = $1 AND s.station_id = seen.station_id
)
INSERT INTO station_event (system_id, station_id, kind, before, after, at)
SELECT s.system_id, s.station_id, 'restored'::station_event_kind, NULL, ${DESCRIPTION}, s.seen_at
FROM seen s WHERE s.was_gone
UNION ALL
SELECT s.system_id, s.station_id, 'removed', ${DESCRIPTION}, NULL, $3 FROM seen s`;

/**
 * Parameters: 1 system, 2 events, 3 the recording's end: events without an instant of their own
 * became known when the station was first described here, which must be later.
 */
const ENTER_EVENTS_SQL = `
INSERT INTO station_event (system_id, station_id, kind, before, after, at)
SELECT $1, e."stationId", e.kind, nullif(e.before, 'null'), nullif(e.after, 'null'),
  coalesce(e.at, s.first_seen_at)
FROM jsonb_to_recordset($2::jsonb)
  AS e("stationId" text, kind station_event_kind, before jsonb, after jsonb, at timestamptz)
JOIN station s ON s.system_id = $1 AND s.station_id = e."stationId"
WHERE (e.at IS NOT NULL OR s.first_seen_at > $3::timestamptz)
  AND NOT EXISTS (
    SELECT FROM station_event known
    WHERE known.system_id = $1 AND known.station_id = e."stationId" AND known.kind = e.kind
      AND known.at = coalesce(e.at, s.first_seen_at))`;

import type pg from 'pg';
import { arrayLiteral, textArrayLiteral } from '@/lib/db/arrayLiteral';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import type { FetchRecord } from './fetchRecord';
import { LIVE_CHANNEL } from './liveChannel';
import { fetchValues, RECORD_FETCH_SQL } from './recordFetchSql';
import type { StationInformation, SystemInformation } from './station';
import { compareStations, type KnownStation, type StationEvent } from './stationEvents';

/** A feed that loses more than this share of its stations at once is taken for faulty. */
export const MAX_REMOVED_SHARE = 0.3;
/** Below this number of stations a share says nothing. */
const MIN_STATIONS_FOR_SHARE = 10;

export type StoredStations =
  | { outcome: 'stored'; seen: number; events: Record<string, number>; stationsVersion: number }
  | { outcome: 'refused'; reason: 'massRemoval'; removed: number; known: number };

export interface StationStore {
  /**
   * Stores a station_information in one transaction: stations, their events, the fetch, and the
   * notification when anything changed. A station that the feed no longer lists keeps its row and
   * its history, with removed_at set; the fallback's silence removes none.
   *
   * @param acceptMassRemoval stores even a feed that lost more than MAX_REMOVED_SHARE
   */
  storeStations(
    stations: readonly StationInformation[],
    fetch: FetchRecord,
    options: { fetchedAt: Date; acceptMassRemoval: boolean },
  ): Promise<StoredStations>;
  /** Names the city; a change is pushed to open maps like a change of its stations. */
  storeSystem(system: SystemInformation, feedUrl: string): Promise<void>;
  /**
   * Names a city that has no name at all yet, and leaves every other alone: where two jobs ask at
   * the first start, one is told "unchanged" while the other stores what the feed said.
   */
  storePlaceholder(system: SystemInformation, feedUrl: string): Promise<void>;
  /** The painted codes in service, for sources that know no ids. */
  readStationIdByCode(): Promise<Map<string, string>>;
}

export function createStationStore(pool: pg.Pool, systemId: string): StationStore {
  async function writeSystem(sql: string, system: SystemInformation, feedUrl: string) {
    const { name, timezone, language, simulation } = system;
    const values = [systemId, name, timezone, language, feedUrl, simulation, LIVE_CHANNEL];
    await pool.query(sql, values);
  }

  return {
    storeStations: (stations, fetch, options) =>
      withTransaction(pool, async (db) => {
        await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `stations ${systemId}`,
        ]);
        const known = await readKnown(db, systemId);
        const listed = fetch.source === 'opendata' ? withUnnamed(stations, known) : stations;
        const { events, merged } = compareStations(known, listed);
        const removed = events.filter((event) => event.kind === 'removed').length;
        const inService = [...known.values()].filter((station) => !station.isRemoved).length;
        if (isMassRemoval(removed, inService) && !options.acceptMassRemoval)
          return { outcome: 'refused', reason: 'massRemoval', removed, known: inService };
        await upsertStations(db, systemId, merged, options.fetchedAt);
        await appendEvents(db, systemId, events, options.fetchedAt);
        const stationsVersion = await touchState(db, systemId, fetch, events.length > 0, options);
        return { outcome: 'stored', seen: stations.length, events: count(events), stationsVersion };
      }),

    storeSystem: (system, feedUrl) => writeSystem(STORE_SYSTEM_SQL, system, feedUrl),
    storePlaceholder: (system, feedUrl) => writeSystem(STORE_PLACEHOLDER_SQL, system, feedUrl),

    async readStationIdByCode() {
      const { rows } = await pool.query<{ code: string; id: string }>(
        `SELECT station_code AS code, station_id AS id FROM station
         WHERE system_id = $1 AND removed_at IS NULL AND station_code IS NOT NULL`,
        [systemId],
      );
      return new Map(rows.map(({ code, id }) => [code, id]));
    },
  };
}

/** The fallback names stations by code alone: one that it cannot name is not gone. */
function withUnnamed(
  stations: readonly StationInformation[],
  known: ReadonlyMap<string, KnownStation>,
): StationInformation[] {
  const named = new Set(stations.map((station) => station.stationId));
  const unnamed = [...known.values()].filter((s) => !s.isRemoved && !named.has(s.stationId));
  return [...stations, ...unnamed.map(({ isRemoved: _, ...station }) => station)];
}

function isMassRemoval(removed: number, inService: number): boolean {
  return inService >= MIN_STATIONS_FOR_SHARE && removed > inService * MAX_REMOVED_SHARE;
}

async function readKnown(db: Database, systemId: string): Promise<Map<string, KnownStation>> {
  const { rows } = await db.query<KnownStation>(
    `SELECT station_id AS "stationId", station_code AS "stationCode", name, lat, lon, capacity,
       removed_at IS NOT NULL AS "isRemoved"
     FROM station WHERE system_id = $1`,
    [systemId],
  );
  return new Map(rows.map((row) => [row.stationId, row]));
}

async function upsertStations(
  db: Database,
  systemId: string,
  stations: readonly StationInformation[],
  fetchedAt: Date,
): Promise<void> {
  await db.query(UPSERT_STATIONS_SQL, [
    systemId,
    fetchedAt,
    textArrayLiteral(stations.map((s) => s.stationId)),
    textArrayLiteral(stations.map((s) => s.stationCode)),
    textArrayLiteral(stations.map((s) => s.name)),
    arrayLiteral(stations.map((s) => s.lat)),
    arrayLiteral(stations.map((s) => s.lon)),
    arrayLiteral(stations.map((s) => s.capacity)),
  ]);
}

async function appendEvents(
  db: Database,
  systemId: string,
  events: readonly StationEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  await db.query(APPEND_EVENTS_SQL, [systemId, at, JSON.stringify(events)]);
}

async function touchState(
  db: Database,
  systemId: string,
  fetch: FetchRecord,
  changed: boolean,
  { fetchedAt }: { fetchedAt: Date },
): Promise<number> {
  await db.query(RECORD_FETCH_SQL, [systemId, ...fetchValues(fetch, 'stored'), null, LIVE_CHANNEL]);
  const { rows } = await db.query<{ version: number }>(TOUCH_STATE_SQL, [
    systemId,
    fetchedAt,
    changed ? 1 : 0,
    JSON.stringify(fetch.anomalies),
  ]);
  return rows[0]!.version;
}

function count(events: readonly StationEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const UPSERT_STATIONS_SQL = `
WITH feed AS (
  SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::int[])
    AS f(station_id, station_code, name, lat, lon, capacity)
),
removed AS (
  UPDATE station SET removed_at = $2
  WHERE system_id = $1 AND removed_at IS NULL AND station_id NOT IN (SELECT station_id FROM feed)
)
INSERT INTO station (
  system_id, station_id, station_code, name, lat, lon, capacity, first_seen_at, last_seen_at)
SELECT $1, station_id, station_code, name, lat, lon, capacity, $2, $2 FROM feed
ORDER BY station_id
ON CONFLICT (system_id, station_id) DO UPDATE SET
  station_code = excluded.station_code, name = excluded.name, lat = excluded.lat,
  lon = excluded.lon, capacity = excluded.capacity, last_seen_at = excluded.last_seen_at,
  removed_at = NULL`;

const APPEND_EVENTS_SQL = `
INSERT INTO station_event (system_id, station_id, kind, before, after, at)
SELECT $1, e."stationId", e.kind, nullif(e.before, 'null'), nullif(e.after, 'null'), $2
FROM jsonb_to_recordset($3::jsonb)
  AS e("stationId" text, kind station_event_kind, before jsonb, after jsonb)`;

const TOUCH_STATE_SQL = `
INSERT INTO feed_state AS f (system_id, stations_version, stations_fetched_at, anomalies)
VALUES ($1, $3, $2, jsonb_build_object('stations', $4::jsonb))
ON CONFLICT (system_id) DO UPDATE SET
  stations_version = f.stations_version + excluded.stations_version,
  stations_fetched_at = excluded.stations_fetched_at,
  anomalies = f.anomalies || excluded.anomalies
RETURNING stations_version::int AS version`;

/** @param onConflict what becomes of a city that has its row already */
const systemSql = (onConflict: string) => `
WITH stored AS (
  INSERT INTO system AS s (system_id, name, timezone, language, feed_url, simulation, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, now())
  ON CONFLICT (system_id) ${onConflict}
  RETURNING 1
),
state AS (
  INSERT INTO feed_state AS f (system_id, stations_version)
  SELECT $1, 1 FROM stored
  ON CONFLICT (system_id) DO UPDATE SET stations_version = f.stations_version + 1
)
SELECT pg_notify($7, json_build_object('systemId', $1::text)::text) FROM stored`;

const STORE_SYSTEM_SQL = systemSql(`DO UPDATE SET
    name = excluded.name, timezone = excluded.timezone, language = excluded.language,
    feed_url = excluded.feed_url, simulation = excluded.simulation, updated_at = now()
  WHERE (s.name, s.timezone, s.language, s.feed_url)
      <> (excluded.name, excluded.timezone, excluded.language, excluded.feed_url)
    OR s.simulation IS DISTINCT FROM excluded.simulation`);

const STORE_PLACEHOLDER_SQL = systemSql('DO NOTHING');

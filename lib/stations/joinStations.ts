import type { Database } from '@/lib/db/database';
import type {
  Anomaly,
  CityColumns,
  CityFreshness,
  CityMarker,
  StationColumns,
  StatusColumns,
  VehicleColumns,
} from './cityColumns';

/** What the join answers: always the marker and the freshness; the columns only when newer. */
export interface JoinedCity {
  marker: CityMarker;
  freshness: CityFreshness;
  /** null when the caller already holds the columns of this marker. */
  columns: Omit<CityColumns, 'marker' | 'freshness'> | null;
}

/** What a caller holds of an earlier answer. */
export type KnownCity = Pick<CityColumns, 'marker' | 'stations' | 'districts'>;

interface JoinRow {
  marker: CityMarker;
  freshness: Omit<CityFreshness, 'anomalies'> & { anomalies: Record<string, Anomaly[]> };
  columns: string | null;
}

/**
 * The one join of stations with their latest status, phantoms, vehicles and districts, whoever
 * asks. One statement and one instant: all columns come from the same database snapshot.
 *
 * Postgres aggregates the columns itself, which costs Node a single parse. When `known` has the
 * stored marker it answers with marker and freshness alone, so nobody ever sees columns older than
 * the newest snapshot and nobody pays for a join whose result they hold. Of a newer snapshot of the
 * same stations only the status is read.
 *
 * @param known what the caller holds; null to always get columns
 * @returns null when the system has no row yet (no job has ever run for it)
 */
export async function joinStations(
  db: Database,
  systemId: string,
  known: KnownCity | null,
): Promise<JoinedCity | null> {
  const { rows } = await db.query<JoinRow>({
    name: 'join-stations',
    text: JOIN_SQL,
    values: [
      systemId,
      known ? markerKey(known.marker) : '',
      known ? known.marker.stationsVersion : -1,
    ],
  });
  const row = rows[0];
  if (!row) return null;
  const { anomalies, ...freshness } = row.freshness;
  return {
    marker: row.marker,
    freshness: { ...freshness, anomalies: Object.values(anomalies).flat() },
    columns: row.columns === null ? null : complete(JSON.parse(row.columns) as Columns, known),
  };
}

interface Columns {
  systemId: string;
  systemName: string;
  timezone: string;
  simulation: CityColumns['simulation'];
  /** null: as the caller knows them. */
  stations: StationColumns | null;
  status: StatusColumns;
  vehicles: VehicleColumns;
  districts: CityColumns['districts'] | null;
  orphanIds: string[];
}

function complete(columns: Columns, known: KnownCity | null): JoinedCity['columns'] {
  const stations = columns.stations ?? known?.stations;
  const districts = columns.districts ?? known?.districts;
  if (!stations || !districts) throw new Error('The join left out stations that nobody holds');
  return { ...columns, stations, districts };
}

/** The marker as text: equal keys mean equal columns. */
export function markerKey(marker: CityMarker): string {
  const { statusVersion, stationsVersion, vehiclesVersion, settingsVersion } = marker;
  return `${statusVersion}.${stationsVersion}.${vehiclesVersion}.${settingsVersion}`;
}

// A station without a status keeps its place with nulls; a status without any station is an orphan:
// named, not drawn. lat and lon are rounded to 5 decimals (about a metre).
const JOIN_SQL = `
WITH state AS MATERIALIZED (
  SELECT s.system_id, s.name, s.timezone, s.simulation,
         coalesce(f.status_version, 0) AS status_version,
         coalesce(f.stations_version, 0) AS stations_version,
         coalesce(f.vehicles_version, 0) AS vehicles_version,
         coalesce((SELECT max(v.id) FROM settings_version v WHERE v.system_id = s.system_id), 0)
           AS settings_version,
         (SELECT max(b.beat_at) FROM worker_beat b) AS worker_beat_at,
         f.status_fetched_at, f.status_checked_at, f.status_last_updated_at,
         f.status_median_reported_at, f.status_source, f.status_failures, f.status_reason,
         f.live_feed_seen_at, f.anomalies,
         (SELECT json_agg(json_build_object('job', p.job,
            'sinceAt', round(extract(epoch FROM p.paused_at), 3)) ORDER BY p.paused_at)
          FROM job_pause p WHERE p.system_id = s.system_id) AS paused
  FROM system s LEFT JOIN feed_state f ON f.system_id = s.system_id
  WHERE s.system_id = $1
), joined AS (
  SELECT d.station_id, d.station_code, d.name, d.lat, d.lon, d.capacity, d.district_id,
         r.num_bikes_available, r.num_mechanical_available, r.num_ebikes_available,
         r.num_docks_available,
         r.is_installed::int + 2 * r.is_renting::int + 4 * r.is_returning::int AS flags,
         extract(epoch FROM r.last_reported_at)::bigint AS last_reported_at,
         coalesce(p.phantom_bikes, 0) AS phantom_bikes
  FROM station d
  LEFT JOIN station_status r ON r.system_id = d.system_id AND r.station_id = d.station_id
  LEFT JOIN station_phantom p ON p.system_id = d.system_id AND p.station_id = d.station_id
  WHERE d.system_id = $1 AND d.removed_at IS NULL
  ORDER BY d.station_id COLLATE "C"
)
SELECT
  json_build_object(
    'statusVersion', status_version, 'stationsVersion', stations_version,
    'vehiclesVersion', vehicles_version, 'settingsVersion', settings_version
  ) AS marker,
  json_build_object(
    'fetchedAt', round(extract(epoch FROM status_fetched_at), 3),
    'checkedAt', round(extract(epoch FROM status_checked_at), 3),
    'lastUpdatedAt', round(extract(epoch FROM status_last_updated_at), 3),
    'medianReportedAt', round(extract(epoch FROM status_median_reported_at), 3),
    'source', status_source, 'failures', coalesce(status_failures, 0), 'reason', status_reason,
    'workerBeatAt', round(extract(epoch FROM worker_beat_at), 3),
    'liveFeedSeenAt', round(extract(epoch FROM live_feed_seen_at), 3),
    'paused', coalesce(paused, '[]'),
    'anomalies', coalesce(anomalies, '{}')
  ) AS freshness,
  CASE WHEN $2 <> concat_ws('.', status_version, stations_version, vehicles_version,
                            settings_version)
  THEN (json_build_object(
    'systemId', state.system_id, 'systemName', state.name, 'timezone', state.timezone,
    'simulation', state.simulation,
    'stations', CASE WHEN stations_version <> $3::bigint THEN (SELECT json_build_object(
      'stationId', coalesce(json_agg(station_id), '[]'),
      'stationCode', coalesce(json_agg(station_code), '[]'),
      'name', coalesce(json_agg(joined.name), '[]'),
      'lat', coalesce(json_agg(round(lat::numeric, 5)), '[]'),
      'lon', coalesce(json_agg(round(lon::numeric, 5)), '[]'),
      'capacity', coalesce(json_agg(capacity), '[]'),
      'districtId', coalesce(json_agg(district_id), '[]')) FROM joined) END,
    'status', (SELECT json_build_object(
      'numBikesAvailable', coalesce(json_agg(num_bikes_available), '[]'),
      'numMechanicalAvailable', coalesce(json_agg(num_mechanical_available), '[]'),
      'numEbikesAvailable', coalesce(json_agg(num_ebikes_available), '[]'),
      'numDocksAvailable', coalesce(json_agg(num_docks_available), '[]'),
      'flags', coalesce(json_agg(flags), '[]'),
      'lastReportedAt', coalesce(json_agg(last_reported_at), '[]'),
      'phantomBikes', coalesce(json_agg(phantom_bikes), '[]')) FROM joined),
    'vehicles', (SELECT json_build_object(
        'lat', coalesce(json_agg(round(v.lat::numeric, 5)), '[]'),
        'lon', coalesce(json_agg(round(v.lon::numeric, 5)), '[]'),
        'kind', coalesce(json_agg(v.kind), '[]'))
      FROM vehicle v WHERE v.system_id = $1 AND NOT v.is_disabled AND NOT v.is_reserved),
    'districts', CASE WHEN stations_version <> $3::bigint THEN (SELECT coalesce(json_agg(json_build_object(
        'districtId', t.district_id, 'level', t.level, 'parentId', t.parent_id, 'code', t.code,
        'name', t.name) ORDER BY t.level, t.district_id), '[]')
      FROM district t WHERE t.system_id = $1) END,
    'orphanIds', (SELECT coalesce(json_agg(r.station_id ORDER BY r.station_id), '[]')
      FROM station_status r WHERE r.system_id = $1 AND NOT EXISTS (
        SELECT FROM station d WHERE d.system_id = $1 AND d.station_id = r.station_id))
  ))::text END AS columns
FROM state`;

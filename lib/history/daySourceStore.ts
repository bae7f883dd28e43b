import type { Database } from '@/lib/db/database';
import type { DayLook } from './dayFactsOf';
import type { Span } from './stationSeries';

/** A station as far as summarising its day goes. */
export interface DayStation {
  stationId: string;
  capacity: number | null;
  districtId: string | null;
  /** Epoch seconds; null where the own record has none. */
  newestReportAt: number | null;
  /** When the feed did not list it, as far as it matters to the span that was asked for. */
  absent: Span[];
}

export interface DaySourceStore {
  /** Every station that there ever was. @param span epoch seconds */
  readStations(span: Span): Promise<DayStation[]>;
  /** The valid looks at the status feed within a span, oldest first. */
  readLooks(span: Span): Promise<DayLook[]>;
  /** The newest fetch of a span by id: 0 where none is kept. */
  readLastFetchId(span: Span): Promise<number>;
  /** Each district's parent. */
  readParents(): Promise<Map<string, string | null>>;
}

export function createDaySourceStore(db: Database, systemId: string): DaySourceStore {
  return {
    async readStations({ fromAt, toAt }) {
      const { rows } = await db.query<DayStation>(STATIONS_SQL, [systemId, fromAt, toAt]);
      return rows;
    },
    async readLooks({ fromAt, toAt }) {
      const { rows } = await db.query<DayLook>(
        `SELECT extract(epoch FROM started_at)::float8 AS at, outcome = 'stored' AS "isNew",
           extract(epoch FROM median_reported_at)::float8 AS "medianReportedAt"
         FROM feed_fetch WHERE ${VALID_LOOK} ORDER BY started_at`,
        [systemId, fromAt, toAt],
      );
      return rows;
    },
    async readLastFetchId({ fromAt, toAt }) {
      const { rows } = await db.query<{ id: number }>(
        `SELECT coalesce(max(id), 0)::float8 AS id FROM feed_fetch WHERE ${VALID_LOOK}`,
        [systemId, fromAt, toAt],
      );
      return rows[0]!.id;
    },
    async readParents() {
      const { rows } = await db.query<{ districtId: string; parentId: string | null }>(
        `SELECT district_id AS "districtId", parent_id AS "parentId"
         FROM district WHERE system_id = $1`,
        [systemId],
      );
      return new Map(rows.map(({ districtId, parentId }) => [districtId, parentId]));
    },
  };
}

/** Parameters: 1 system, 2 from, 3 to, epoch seconds. */
const VALID_LOOK = `system_id = $1 AND feed = 'status' AND outcome IN ('stored', 'unchanged')
  AND started_at >= to_timestamp($2) AND started_at < to_timestamp($3)`;

const STATIONS_SQL = `
WITH presence AS (
  SELECT station_id, kind, at AS from_at,
    lead(at) OVER (PARTITION BY station_id ORDER BY at, id) AS to_at
  FROM station_event WHERE system_id = $1 AND kind IN ('added', 'removed', 'restored')
),
absent AS (
  SELECT station_id, json_agg(json_build_object(
    'fromAt', extract(epoch FROM from_at)::float8,
    'toAt', coalesce(extract(epoch FROM to_at)::float8, $3)) ORDER BY from_at) AS spans
  FROM presence
  WHERE kind = 'removed' AND from_at < to_timestamp($3)
    AND coalesce(to_at, 'infinity') > to_timestamp($2)
  GROUP BY station_id
)
SELECT station_id AS "stationId", d.capacity, d.district_id AS "districtId",
  extract(epoch FROM s.last_reported_at)::float8 AS "newestReportAt",
  coalesce(absent.spans, '[]') AS absent
FROM (SELECT * FROM station WHERE system_id = $1) d
FULL JOIN (SELECT * FROM station_status WHERE system_id = $1) s USING (station_id)
LEFT JOIN absent USING (station_id)
ORDER BY station_id COLLATE "C"`;

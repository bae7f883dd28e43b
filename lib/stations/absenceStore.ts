import type { Database } from '@/lib/db/database';
import type { StationOccurrence } from './stationHistory';
import { absencesDuring } from './stationProfile';

interface Row {
  stationId: string;
  removedAt: number | null;
  /** The newest first. */
  events: Pick<StationOccurrence, 'kind' | 'at'>[];
}

/**
 * In which parts of a span the feed did not have a station, oldest first, by station id; stations
 * that it had all the time are left out.
 *
 * @param span epoch seconds
 */
export async function readAbsences(
  db: Database,
  systemId: string,
  span: { fromAt: number; toAt: number },
): Promise<Map<string, { fromAt: number; toAt: number }[]>> {
  const { rows } = await db.query<Row>(ABSENCES_SQL, [systemId]);
  const absences = rows.map(({ stationId, removedAt, events }) => {
    const whole = events.map(
      (event): StationOccurrence => ({ ...event, before: null, after: null }),
    );
    return [stationId, absencesDuring({ removedAt, events: whole }, span)] as const;
  });
  return new Map(absences.filter(([, spans]) => spans.length > 0));
}

const ABSENCES_SQL = `
SELECT s.station_id AS "stationId", extract(epoch FROM s.removed_at)::float8 AS "removedAt",
  coalesce(e.events, '[]') AS events
FROM station s
LEFT JOIN (
  SELECT station_id, json_agg(json_build_object(
    'kind', kind, 'at', extract(epoch FROM at)::float8) ORDER BY at DESC, id DESC) AS events
  FROM station_event WHERE system_id = $1 AND kind IN ('removed', 'restored')
  GROUP BY station_id) e USING (station_id)
WHERE s.system_id = $1 AND (s.removed_at IS NOT NULL OR e.events IS NOT NULL)`;

import type { Pool } from 'pg';

const QUARTERS_A_DAY = 96;
const MORNING = { from: 7 * 4, to: 8 * 4 };

/** Local dates, both ends part of it. */
export interface PastWeeks {
  from: string;
  to: string;
}

/**
 * Writes down weeks of a past that no other spec asks about, in which one station was empty from 07:00 to 08:00 of each
 * weekday, and another one never was.
 *
 * @returns takes it all back
 */
export async function recordMornings(
  db: Pool,
  systemId: string,
  { from, to }: PastWeeks,
  emptyStationId: string,
  otherStationId: string,
): Promise<() => Promise<void>> {
  const open = new Array<number>(QUARTERS_A_DAY).fill(15);
  const empty = open.map((_, quarter) =>
    quarter >= MORNING.from && quarter < MORNING.to ? 15 : 0,
  );
  await db.query(
    `INSERT INTO summary_day (system_id, local_date, known_to_at, is_partial, last_fetch_id,
       stations, computed_at)
     SELECT $1, day, day + interval '1 day', false, 0, 2, now()
     FROM generate_series($2::date, $3::date, interval '1 day') AS day
     ON CONFLICT DO NOTHING`,
    [systemId, from, to],
  );
  await db.query(
    `INSERT INTO station_day (system_id, station_id, local_date, observed_min, open_min, empty_min,
       full_min, departures, arrivals, moved_out, moved_in, stuck_min)
     SELECT $1, station.id, day, $4, $4,
       CASE WHEN station.is_empty AND extract(isodow FROM day) < 6 THEN $5::int2[] ELSE '{}' END,
       '{}', '{}', '{}', '{}', '{}', '{}'
     FROM generate_series($2::date, $3::date, interval '1 day') AS day,
       (VALUES ($6, true), ($7, false)) AS station(id, is_empty)
     ON CONFLICT DO NOTHING`,
    [systemId, from, to, open, empty, emptyStationId, otherStationId],
  );
  return async () => {
    for (const table of ['station_day', 'insight_day', 'summary_day']) {
      await db.query(
        `DELETE FROM ${table} WHERE system_id = $1 AND local_date BETWEEN $2::date AND $3::date`,
        [systemId, from, to],
      );
    }
  };
}

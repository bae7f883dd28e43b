import type { Database } from '@/lib/db/database';

/**
 * When something next happened to the description of any station of a system.
 *
 * @param afterAt epoch seconds, not part of it
 * @returns epoch seconds; null: nothing has since
 */
export async function readNextStationEventAt(
  db: Database,
  systemId: string,
  afterAt: number,
): Promise<number | null> {
  const { rows } = await db.query<{ at: number | null }>(
    `SELECT extract(epoch FROM min(at))::float8 AS at FROM station_event
     WHERE system_id = $1 AND at > $2`,
    [systemId, new Date(afterAt * 1_000)],
  );
  return rows[0]?.at ?? null;
}

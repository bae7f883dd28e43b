import type { Pool } from 'pg';
import type { Feed } from './feed';

/** The 9th arrondissement and its quarters, by id. */
export async function districtsOfTheNinth(db: Pool): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT district_id AS id FROM district WHERE name = '9e arrondissement'
      OR parent_id IN (SELECT district_id FROM district WHERE name = '9e arrondissement')`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes every bike out of some districts, so that no station there covers another. */
export async function emptyStations(
  db: Pool,
  feed: Feed,
  districtIds: ReadonlySet<string>,
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT station_id AS id FROM station WHERE district_id = ANY($1) AND removed_at IS NULL',
    [[...districtIds]],
  );
  const known = await feed.read();
  for (const { id } of rows) if (known.has(id)) await feed.set(id, { numBikesAvailable: 0 });
  await feed.fetch();
}

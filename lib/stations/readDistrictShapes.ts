import type { Database } from '@/lib/db/database';

/**
 * The outlines of a system's districts as GeoJSON text, made by Postgres.
 *
 * @param level 1: arrondissements, 2: quartiers, as the feeds' order says
 */
export async function readDistrictShapes(
  db: Database,
  systemId: string,
  level: number,
): Promise<string> {
  const { rows } = await db.query<{ shapes: string }>(
    `SELECT json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(
       json_build_object('type', 'Feature', 'id', district_id, 'geometry', geometry,
         'properties', json_build_object('districtId', district_id, 'level', level,
           'parentId', parent_id, 'code', code, 'name', name))
       ORDER BY district_id), '[]'))::text AS shapes
     FROM district WHERE system_id = $1 AND level = $2`,
    [systemId, level],
  );
  return rows[0]!.shapes;
}

import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { readDistrictShapes } from '@/lib/stations/readDistrictShapes';

/** `version` changes with the stations and only makes the address new, so that browsers may keep it. */
const querySchema = z.object({ level: z.coerce.number().int().min(1).max(9).default(1) });

/** The outlines of the districts of one level, GeoJSON. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', 'level must be a whole number from 1 to 9.');
  const shapes = await readDistrictShapes(webDatabase().pool, env().SYSTEM_ID, query.data.level);
  return new Response(shapes, {
    headers: { 'Content-Type': 'application/geo+json', 'Cache-Control': 'private, max-age=3600' },
  });
}

import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { pastCacheControl } from '@/lib/live/pastCacheControl';
import { webPast } from '@/lib/live/webPast';
import { MINUTE_MS } from '@/lib/units/clock';

/** `v` is any text: it makes the address new when the stations are. */
const querySchema = z.object({ at: z.iso.datetime({ offset: true }), v: z.string().optional() });

/** The whole city at a minute of the past, as the map receives the present. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', 'at must be an instant, ISO 8601.');
  const atMs = Math.floor(Date.parse(query.data.at) / MINUTE_MS) * MINUTE_MS;
  if (atMs > Date.now()) return problem('badRequest', 'at must not be in the future.');
  const view = await webPast().loadAt(new Date(atMs));
  if (!view) return problem('notFound', 'Nothing is known of that time.');
  return Response.json(view, { headers: { 'Cache-Control': pastCacheControl(atMs, Date.now()) } });
}

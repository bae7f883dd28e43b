import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { pastCacheControl } from '@/lib/live/pastCacheControl';
import { webPast } from '@/lib/live/webPast';
import { SECOND_MS } from '@/lib/units/clock';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const querySchema = z.object({ from: instant, to: instant }).refine(({ from, to }) => from < to);

/** How many stations were empty through a stretch of the past, and how far the past reaches. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', 'from and to must be instants, in this order.');
  const { from, to } = query.data;
  const known = await webPast().loadLine({ fromAt: from / SECOND_MS, toAt: to / SECOND_MS });
  return Response.json(known, { headers: { 'Cache-Control': pastCacheControl(to, Date.now()) } });
}

import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { problem } from '@/lib/http/problem';
import { pastCacheControl } from '@/lib/live/pastCacheControl';
import { webPast } from '@/lib/live/webPast';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';

/** More at once would be slow to come, and to begin with. */
const LONGEST_MS = 3 * HOUR_MS;

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const querySchema = z
  .object({ from: instant, to: instant, v: z.string().optional() })
  .refine(({ from, to }) => from < to && to - from <= LONGEST_MS && from % MINUTE_MS === 0);

/** What changed in a stretch of the past, after what stood at its beginning: to be played. */
export async function GET(request: Request): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success)
    return problem('badRequest', 'from must be a whole minute, and to at most 3 h later.');
  const { from, to } = query.data;
  const nowMs = Date.now();
  // An hour that has only begun is told as far as it went.
  const endMs = Math.min(to, nowMs);
  if (endMs <= from) return problem('badRequest', 'from must be in the past.');
  const chunk = await webPast().loadChunk({ fromAt: from / SECOND_MS, toAt: endMs / SECOND_MS });
  if (!chunk) return problem('notFound', 'Nothing is known of that time.');
  return Response.json(chunk, { headers: { 'Cache-Control': pastCacheControl(endMs, nowMs) } });
}

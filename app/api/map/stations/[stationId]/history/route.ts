import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { readStationHistory } from '@/lib/stations/historyStore';

/** Ids are any text in GBFS, but text that a database takes. */
const paramsSchema = z.object({ stationId: z.string().regex(/^\P{Cc}{1,200}$/u) });

/** A station's last 24 hours and what happened to it; times are epoch seconds. */
export async function GET(
  request: Request,
  context: { params: Promise<{ stationId: string }> },
): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const params = paramsSchema.safeParse(await context.params);
  if (!params.success) return problem('badRequest', 'This is no id of a station.');
  const history = await readStationHistory(
    webDatabase().pool,
    env().SYSTEM_ID,
    params.data.stationId,
    new Date(),
  );
  if (!history) return problem('notFound', 'There is no such station.');
  return Response.json(history, { headers: { 'Cache-Control': 'private, no-store' } });
}

import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import type { LoadedCity } from '@/lib/pipeline/assessedCity';
import { type JudgedHistory, stationLevels } from '@/lib/pipeline/stationLevels';
import { readStationHistory } from '@/lib/stations/historyStore';
import type { StationHistory } from '@/lib/stations/stationHistory';
import { stationIdSchema } from '@/lib/stations/stationIdSchema';

const paramsSchema = z.object({ stationId: stationIdSchema });

/** A station's last 24 hours, what it is judged by and what happened to it; in epoch seconds. */
export async function GET(
  request: Request,
  context: { params: Promise<{ stationId: string }> },
): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const params = paramsSchema.safeParse(await context.params);
  if (!params.success) return problem('badRequest', 'This is no id of a station.');
  const { stationId } = params.data;
  const [history, city] = await Promise.all([
    readStationHistory(webDatabase().pool, env().SYSTEM_ID, stationId, new Date()),
    webCity().loader.load(),
  ]);
  if (!history) return problem('notFound', 'There is no such station.');
  return Response.json({ ...history, levels: levelsOf(city, history) } satisfies JudgedHistory, {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}

function levelsOf(city: LoadedCity | null, history: StationHistory): JudgedHistory['levels'] {
  const i = city?.view.base.stations.stationId.indexOf(history.stationId) ?? -1;
  return city && i >= 0 ? stationLevels(city.view.base, city.settings.settings, i, history) : [];
}

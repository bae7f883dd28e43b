import { z } from 'zod';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import type { LoadedCity } from '@/lib/pipeline/assessedCity';
import { type JudgedHistory, stationLevels } from '@/lib/pipeline/stationLevels';
import type { Settings } from '@/lib/settings/settings';
import { readSettingsDuring } from '@/lib/settings/settingsPastStore';
import { readStationHistory } from '@/lib/stations/historyStore';
import type { StationHistory } from '@/lib/stations/stationHistory';
import { stationIdSchema } from '@/lib/stations/stationIdSchema';
import { SECOND_MS } from '@/lib/units/clock';

const paramsSchema = z.object({ stationId: stationIdSchema });
const querySchema = z.object({ at: z.iso.datetime({ offset: true }).optional() });

/**
 * A station's last 24 hours, up to now or to `at`, what it was judged by and what happened to it; in
 * epoch seconds.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ stationId: string }> },
): Promise<Response> {
  const user = await permit(request, 'map.read');
  if (user instanceof Response) return user;
  const params = paramsSchema.safeParse(await context.params);
  if (!params.success) return problem('badRequest', 'This is no id of a station.');
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem('badRequest', 'at must be an instant, ISO 8601.');
  const { stationId } = params.data;
  const endAt = query.data.at === undefined ? null : new Date(query.data.at);
  const { pool } = webDatabase();
  const { SYSTEM_ID } = env();
  const [history, city, then] = await Promise.all([
    readStationHistory(pool, SYSTEM_ID, stationId, endAt ?? new Date()),
    webCity().loader.load(),
    endAt && readSettingsDuring(pool, SYSTEM_ID, instantSpan(endAt)),
  ]);
  if (!history) return problem('notFound', 'There is no such station.');
  const levels = city ? levelsOf(city, history, then?.[0]?.settings ?? null) : [];
  return Response.json({ ...history, levels } satisfies JudgedHistory, {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}

function instantSpan(at: Date) {
  const atS = at.getTime() / SECOND_MS;
  return { fromAt: atS, toAt: atS };
}

/** @param then what was in force at the end of the history; null: what is in force now */
function levelsOf(
  city: LoadedCity,
  history: StationHistory,
  then: Settings | null,
): JudgedHistory['levels'] {
  const { base } = city.view;
  const i = base.stations.stationId.indexOf(history.stationId);
  return i < 0 ? [] : stationLevels(base, then ?? city.settings.settings, i, history);
}

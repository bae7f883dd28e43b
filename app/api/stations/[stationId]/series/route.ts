import { z } from 'zod';
import { namedSpan } from '@/app/(desk)/stations/[stationId]/namedSpan';
import { shownStationPast, webStationPast } from '@/app/(desk)/stations/[stationId]/webStationPast';
import { LEAST_SPAN_S, MOST_SPAN_S, pastPart, SPANS } from '@/components/station/shownSpan';
import { permit } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import type { Span } from '@/lib/history/stationSeries';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import { webHistory } from '@/lib/live/webHistory';
import { stationCsv } from '@/lib/pipeline/stationCsv';
import type { StationPast } from '@/lib/pipeline/stationPast';
import { stationIdSchema } from '@/lib/stations/stationIdSchema';
import { readStationProfile } from '@/lib/stations/stationProfileStore';

const PAST = { headers: { 'Cache-Control': 'private, no-store' } };

const instantSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text) / 1_000);

/** A named span, or one of its own. */
const querySchema = z
  .object({
    span: z.enum(SPANS).default('day'),
    from: instantSchema.optional(),
    to: instantSchema.optional(),
    format: z.enum(['json', 'csv']).default('json'),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined))
  .refine(
    ({ from = 0, to = LEAST_SPAN_S }) => to - from >= LEAST_SPAN_S && to - from <= MOST_SPAN_S,
  );

/** A span of a station's past: thinned for drawing as JSON, whole as CSV. */
export async function GET(
  request: Request,
  context: { params: Promise<{ stationId: string }> },
): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const query = querySchema.safeParse(parameters);
  const isFile = query.data?.format === 'csv';
  const user = await permit(request, isFile ? 'stations.export' : 'map.read');
  if (user instanceof Response) return user;
  if (!query.success) {
    return problem('badRequest', 'Ask for span=day, week or month, or for from and to, ISO 8601.');
  }
  const stationId = stationIdSchema.safeParse((await context.params).stationId);
  if (!stationId.success) return problem('badRequest', 'This is no id of a station.');

  const nowAt = Date.now() / 1_000;
  const [profile, city, reach] = await Promise.all([
    readStationProfile(webDatabase().pool, env().SYSTEM_ID, stationId.data),
    webCity().loader.load(),
    webHistory().readReach(),
  ]);
  if (!profile || !city) return problem('notFound', 'There is no such station.');
  const { span: name, from, to } = query.data;
  const span: Span | null =
    from === undefined || to === undefined
      ? namedSpan(name, profile, reach, nowAt)
      : pastPart({ fromAt: from, toAt: to }, nowAt);
  if (!span) return problem('badRequest', 'This span has not been yet.');
  if (isFile) return csvAnswer(await webStationPast(profile, city.view, span));
  return Response.json(await shownStationPast(profile, city.view, span, nowAt), PAST);
}

function csvAnswer(past: StationPast): Response {
  const id = past.stationId.replace(/[^\w.-]+/g, '-');
  const day = new Date(past.fromAt * 1_000).toISOString().slice(0, 10);
  return new Response(stationCsv(past), {
    headers: {
      ...PAST.headers,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="station-${id}-${day}.csv"`,
    },
  });
}

import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { matchesSecret } from '@/lib/http/matchesSecret';
import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import { createLog } from '@/lib/log/log';
import { collectMetrics } from '@/lib/metrics/collectMetrics';

export const dynamic = 'force-dynamic';

/** For Prometheus: text, to who has METRICS_TOKEN; where none is set there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN, SYSTEM_ID, LOG_LEVEL } = env();
  if (!METRICS_TOKEN) return problem('notFound');
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!matchesSecret(token, METRICS_TOKEN)) return refusal();
  const { hub, loader } = webCity();
  const text = await collectMetrics({
    pool: webDatabase().pool,
    systemId: SYSTEM_ID,
    clock: () => new Date(),
    loadCity: loader.load,
    eventStreams: hub.subscriberCount,
    onError: (error) =>
      createLog(LOG_LEVEL, 'metrics').warn({ err: error }, 'the database could not be measured'),
  });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

function refusal(): Response {
  const refused = problem('unauthenticated', 'Send METRICS_TOKEN as a bearer token.');
  refused.headers.set('WWW-Authenticate', 'Bearer');
  return refused;
}

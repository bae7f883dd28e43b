import { createProducer } from '@/jobs/runtime/producer';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { shareWhilePending } from '@/lib/http/shareWhilePending';
import { checkReadiness } from '@/lib/live/checkReadiness';
import { createLog } from '@/lib/log/log';

const LIMIT_MS = 4_000;

/** Anybody may ask, so that many who do cost no more than one. */
const readiness = shareWhilePending(() => {
  const { DATABASE_URL, REDIS_URL, SYSTEM_ID, LOG_LEVEL } = env();
  const log = createLog(LOG_LEVEL, 'ready');
  const producer = createProducer({
    redisUrl: REDIS_URL,
    databaseUrl: DATABASE_URL,
    systemId: SYSTEM_ID,
    onError: (error) => log.warn({ err: error }, 'the queue could not be asked'),
  });
  return checkReadiness({
    db: webDatabase().pool,
    pingQueue: () => producer.ping().finally(() => producer.close()),
    clock: () => new Date(),
    systemId: SYSTEM_ID,
    limitMs: LIMIT_MS,
  });
});

/** Database, queue and age of the data: 200 when this process can do its work, else 503. */
export async function GET(): Promise<Response> {
  const { isReady, ...parts } = await readiness();
  return Response.json(
    { status: isReady ? 'ready' : 'notReady', ...parts },
    { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

export const dynamic = 'force-dynamic';

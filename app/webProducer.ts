import { createProducer, type Producer } from '@/jobs/runtime/producer';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { warnSparingly } from '@/lib/log/warnSparingly';

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightProducer?: Producer };

/** The web process's one way to the queue, made at the first call. */
export function webProducer(): Producer {
  globals.limelightProducer ??= openWebProducer();
  return globals.limelightProducer;
}

function openWebProducer(): Producer {
  const { DATABASE_URL, REDIS_URL, SYSTEM_ID, LOG_LEVEL } = env();
  const log = createLog(LOG_LEVEL, 'queue');
  return createProducer({
    redisUrl: REDIS_URL,
    databaseUrl: DATABASE_URL,
    systemId: SYSTEM_ID,
    onError: warnSparingly(log, 'the queue does not answer', () => new Date()),
  });
}

import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import { SECOND_MS } from '@/lib/units/clock';
import { registry } from './registry';
import { startRuntime } from './runtime/startRuntime';

/** A fetch under way may take longer than anybody waits; it is done again, to the same end. */
const CLOSE_WITHIN_MS = 15 * SECOND_MS;

const log = createLog(env().LOG_LEVEL, 'worker');
const database = openDatabase(env().DATABASE_URL, {
  max: 12,
  onIdleError: (error) => log.warn({ reason: error.message }, 'a database connection broke'),
});
const runtime = startRuntime({ env: env(), database, log, jobs: registry });
log.info({ workerId: runtime.context.workerId, systemId: env().SYSTEM_ID }, 'worker started');

let isClosing = false;

async function close(reason: string): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  log.info({ reason }, 'worker ends');
  setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
  await runtime.close();
  await database.close();
  process.exit(0);
}

function crash(error: unknown): void {
  log.error({ error }, 'unexpected error: the worker ends and is started anew');
  process.exit(1);
}

process.on('SIGTERM', () => void close('SIGTERM'));
process.on('SIGINT', () => void close('SIGINT'));
process.on('unhandledRejection', crash);
process.on('uncaughtException', crash);
if (env().LIMELIGHT_PARENT) process.stdin.on('end', () => void close('parent is gone')).resume();

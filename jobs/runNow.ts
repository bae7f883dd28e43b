import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env/env';
import { describeError } from '@/lib/errors/describeError';
import { createLog } from '@/lib/log/log';
import { jobNamed, registry } from './registry';
import { createContext } from './runtime/createContext';
import type { JobContext } from './runtime/jobContext';
import { runJob } from './runtime/runJob';

/**
 * `runNow.ts NAME [JSON payload]`: runs one job in this process, whether or not a worker runs
 * (handlers are idempotent and lock where they must), and prints its result as JSON.
 */
async function main(name: string, payloadText: string | undefined): Promise<void> {
  const job = jobNamed(name);
  const log = createLog(env().LOG_LEVEL, 'job', 'stderr');
  const database = openDatabase(env().DATABASE_URL, { onIdleError: () => {} });
  const enqueue: JobContext['enqueue'] = async (other, payload) => {
    await runJob(context, registry[other], payload, 'now');
  };
  const { signal } = new AbortController();
  const context = createContext({ env: env(), database, log, enqueue, signal });
  try {
    const payload = payloadText ? JSON.parse(payloadText) : job.payloadNow;
    const result = await runJob(context, job, payload, 'now');
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (result.outcome === 'failed' || result.outcome === 'refused') process.exitCode = 1;
  } finally {
    await database.close();
  }
}

const [name, payloadText] = process.argv.slice(2);
try {
  if (!name) throw new Error(`Which job? ${Object.keys(registry).join(', ')}`);
  await main(name, payloadText);
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}

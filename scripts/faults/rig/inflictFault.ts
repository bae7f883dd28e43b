import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { parentOf } from '../../launch/processIdentity.mjs';
import type { PlannedFault } from '../faultPlan';
import type { InflictedFault } from '../runRecord';
import type { City } from './startCity';

/**
 * Does it to the city and returns when it is over. Who was killed is not waited for: the
 * supervisor runs it again.
 *
 * @throws when there was nothing to do it to: a fault that did not happen tests nothing
 */
export async function inflictFault(city: City, planned: PlannedFault): Promise<InflictedFault> {
  const { fault, afterAnswerMs } = planned;
  const fromMs = Date.now();
  if (afterAnswerMs !== null) await nextAnswer(city, afterAnswerMs);
  const target = await ACTIONS[fault](city, planned);
  return { fault, target, fromMs, untilMs: Date.now() };
}

/** Looked for this often: an answer is stored within tens of milliseconds. */
const LOOK_EVERY_MS = 3;
const ANSWER_WITHIN_MS = 10_000;

/** Where the feed is asked nothing for long, the fault comes all the same. */
async function nextAnswer({ feed }: City, thenMs: number): Promise<void> {
  const lastN = feed.ledger().at(-1)?.n ?? 0;
  const deadlineMs = Date.now() + ANSWER_WITHIN_MS;
  while (feed.ledger(lastN + 1).length === 0 && Date.now() < deadlineMs) await delay(LOOK_EVERY_MS);
  await delay(thenMs);
}

const ACTIONS: Record<
  PlannedFault['fault'],
  (city: City, planned: PlannedFault) => Promise<string>
> = {
  killWorker: (city, { worker }) => kill(city, `worker-${worker}`),
  killWeb: (city) => kill(city, 'web'),
  killQueue: (city) => kill(city, 'redis'),
  killPostgres: (city) => kill(city, 'postgres'),

  async flushQueue({ redisUrl }) {
    if (!redisUrl) throw new Error('There is no Redis to empty');
    // It may be on its way up again after a kill: the client waits for it.
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 100 });
    redis.on('error', () => {}); // told by the command's own rejection
    await redis.flushall().finally(() => redis.disconnect());
    return 'redis';
  },

  async queueHangs(city, { lastsS }) {
    const pid = await signal(city, 'redis', 'SIGSTOP');
    await delay(lastsS * 1_000);
    process.kill(pid, 'SIGCONT');
    return `redis for ${lastsS} s`;
  },

  async postgresAway(city, { lastsS }) {
    const [spec, service] = [city.specs.get('postgres'), city.services.get('postgres')];
    if (!spec || !service) throw new Error('There is no Postgres to take away');
    city.services.delete('postgres');
    await Promise.all([city.line.cut(), service.stop()]);
    await delay(lastsS * 1_000);
    city.run(spec);
    await city.line.mend();
    return `postgres for ${lastsS} s`;
  },

  async postgresHangs({ line }, { lastsS }) {
    line.hang();
    await delay(lastsS * 1_000);
    await line.mend();
    return `postgres for ${lastsS} s`;
  },
};

/** No goodbye. */
async function kill(city: City, name: string): Promise<string> {
  return `${name} (${await signal(city, name, 'SIGKILL')})`;
}

/**
 * Signals a program; one that is away, or just being started again, is waited for.
 *
 * @returns the process that got it
 */
async function signal({ services }: City, name: string, what: NodeJS.Signals): Promise<number> {
  for (let triesLeft = 200; triesLeft > 0; triesLeft--) {
    const pid = services.get(name)?.pid();
    // The number of one that has ended may be a stranger's by now.
    if (pid !== undefined && parentOf(pid) === process.pid && hasGot(pid, what)) return pid;
    await delay(100);
  }
  throw new Error(`${name} does not run`);
}

function hasGot(pid: number, what: NodeJS.Signals): boolean {
  try {
    process.kill(pid, what);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

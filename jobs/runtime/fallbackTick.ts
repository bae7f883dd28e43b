import { describeError } from '@/lib/errors/describeError';
import { withLogScope } from '@/lib/log/logScope';
import { SECOND_MS } from '@/lib/units/clock';
import { cadenceMs } from './cadence';
import type { JobContext } from './jobContext';
import type { JobRun } from './workerStore';

/** The queue's own tick comes first: its head start at most, and as a share of the cadence. */
const MAX_GRACE_MS = 1.5 * SECOND_MS;
const GRACE_SHARE = 0.25;

export interface FallbackDeps {
  context: Pick<
    JobContext,
    'env' | 'ingestAvailability' | 'enqueue' | 'isPaused' | 'clock' | 'log'
  >;
  /** When the queue last delivered a fetch to this process; its start, before the first. */
  lastDeliveredAt(): Date;
  /** Keeps what came of a fetch, as of a run that the queue delivered. */
  record(run: Pick<JobRun, 'dueAt' | 'startedAt' | 'outcome' | 'message'>): Promise<void>;
}

/**
 * History that is not kept from the minute it happens is lost for ever, so the fetch must not hang
 * on the queue: when a minute begins and the queue delivers nothing, the worker fetches by itself.
 * Where another worker was served, or a person has paused the fetch, nothing is fetched.
 *
 * @returns a function that stops it and waits for a fetch under way
 */
export function startFallbackTick(deps: FallbackDeps): () => Promise<void> {
  const { clock, env } = deps.context;
  const everyMs = cadenceMs(env);
  const graceMs = Math.min(MAX_GRACE_MS, everyMs * GRACE_SHARE);
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();

  function plan(): void {
    const waitMs = everyMs - (clock().getTime() % everyMs) + graceMs;
    timer = setTimeout(() => {
      running = tick(deps);
      plan();
    }, waitMs);
  }

  plan();
  return async () => {
    clearTimeout(timer);
    await running;
  };
}

/**
 * One look at the queue, and the fetch where it did not deliver since the minute (or whatever the
 * cadence is) began: a single one left out would be lost. Never throws.
 */
export async function tick(deps: FallbackDeps): Promise<void> {
  const { context, lastDeliveredAt } = deps;
  const nowMs = context.clock().getTime();
  const dueAt = new Date(nowMs - (nowMs % cadenceMs(context.env)));
  if (lastDeliveredAt() >= dueAt) return;
  await withLogScope({ job: 'fetch-availability', jobId: 'fallback' }, () => fetchFor(deps, dueAt));
}

async function fetchFor({ context, record }: FallbackDeps, dueAt: Date): Promise<void> {
  const startedAt = context.clock();
  try {
    if (await context.isPaused('fetch-availability')) return;
    const result = await context.ingestAvailability({ force: false, unlessStartedSince: dueAt });
    if (result.outcome === 'skipped') return;
    context.log.warn({ result, dueAt }, 'the queue is silent: fetched without it');
    await record({ dueAt, startedAt, outcome: 'done', message: null });
    if ('needsStations' in result && result.needsStations) await context.enqueue('fetch-stations');
    if (result.outcome === 'stored') await context.enqueue('evaluate-alerts');
  } catch (error) {
    context.log.error({ error }, 'the fetch without the queue failed');
    await record({ dueAt, startedAt, outcome: 'failed', message: describeError(error) });
  }
}

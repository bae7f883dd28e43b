import { MINUTE_MS, SECOND_MS } from '@/lib/units/clock';
import type { JobContext } from './jobContext';

/** A queue that delivered no fetch for longer than this is taken for away. */
const SILENCE_MS = 70 * SECOND_MS;
/** The queue's own tick comes first. */
const GRACE_MS = 1_500;

export interface FallbackDeps {
  context: Pick<JobContext, 'ingestAvailability' | 'enqueue' | 'clock' | 'log'>;
  /** When the queue last delivered a fetch to this process; its start, before the first. */
  lastDeliveredAt(): Date;
}

/**
 * History that is not kept from the minute it happens is lost for ever, so the fetch must not hang
 * on the queue: when the queue falls silent the worker fetches by itself, once a minute on the
 * minute, until it delivers again. Where another worker was served meanwhile, nothing is fetched.
 *
 * @returns a function that stops it and waits for a fetch under way
 */
export function startFallbackTick(deps: FallbackDeps): () => Promise<void> {
  const { clock } = deps.context;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();

  function plan(): void {
    const sinceMinuteMs = clock().getTime() % MINUTE_MS;
    const waitMs = MINUTE_MS - sinceMinuteMs + GRACE_MS;
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

/** One look at the queue, and the fetch where it is silent. Never throws. */
export async function tick({ context, lastDeliveredAt }: FallbackDeps): Promise<void> {
  const nowAt = context.clock();
  const silentMs = nowAt.getTime() - lastDeliveredAt().getTime();
  if (silentMs <= SILENCE_MS) return;
  const minuteAt = new Date(nowAt.getTime() - (nowAt.getTime() % MINUTE_MS));
  try {
    const result = await context.ingestAvailability({ force: false, unlessStartedSince: minuteAt });
    if (result.outcome === 'skipped') return;
    context.log.warn({ result, silentMs }, 'the queue is silent: fetched without it');
    if ('needsStations' in result && result.needsStations) await context.enqueue('fetch-stations');
  } catch (error) {
    context.log.error({ error }, 'the fetch without the queue failed');
  }
}

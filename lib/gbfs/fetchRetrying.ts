import type { Clock } from '@/lib/units/clock';
import type { Rng } from '@/lib/units/rng';
import { FeedProblem } from './feedProblem';
import { retryDelayMs } from './retryDelay';

/** What the client touches the world with; all of it injected. */
export interface FetchDeps {
  fetch: typeof fetch;
  clock: Clock;
  rng: Rng;
  sleep(durationMs: number): Promise<void>;
}

export interface RetryPlan {
  /** No attempt starts, and none lasts, beyond this instant. */
  deadlineAt: Date;
  /** 1 or more. */
  maxAttempts: number;
  /** For one attempt, milliseconds. */
  timeLimitMs: number;
}

/**
 * Runs an attempt until it succeeds, fails for good, or the plan runs out.
 *
 * @param attempt is given its own time limit, milliseconds
 * @throws FeedProblem the last attempt's
 */
export async function fetchRetrying<T>(
  deps: Pick<FetchDeps, 'clock' | 'rng' | 'sleep'>,
  plan: RetryPlan,
  attempt: (timeLimitMs: number) => Promise<T>,
): Promise<T> {
  const leftMs = () => plan.deadlineAt.getTime() - deps.clock().getTime();
  if (leftMs() <= 0) throw new FeedProblem('timeout', 'No time was left to ask');
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt(Math.min(plan.timeLimitMs, leftMs()));
    } catch (error) {
      const isLast = attempts >= plan.maxAttempts;
      if (!(error instanceof FeedProblem) || !error.isRetryable || isLast) throw error;
      const delayMs = Math.max(retryDelayMs(attempts, deps.rng), error.retryAfterMs);
      if (delayMs >= leftMs()) throw error;
      await deps.sleep(delayMs);
      if (leftMs() <= 0) throw error;
    }
  }
}

import type { FeedConfig } from './feedConfig';
import type { GbfsSource } from './fetchGbfs';
import type { FetchDeps, RetryPlan } from './fetchRetrying';
import type { FetchTrace } from './fetchTrace';

/** What the fetch of every feed is given. */
export interface FeedContext {
  deps: FetchDeps;
  config: FeedConfig;
  /** The public bikes' system. */
  bikes: GbfsSource;
}

/** The whole budget of one fetch. */
export function fullPlan({ config }: FeedContext, trace: FetchTrace): RetryPlan {
  return planFor(config, trace, config.retryBudgetMs);
}

/** The budget less one request, which stays for the fallback where there is one. */
export function firstSourcePlan({ config }: FeedContext, trace: FetchTrace): RetryPlan {
  const reservedMs = config.fallbackUrl === null ? 0 : config.timeLimitMs;
  return planFor(config, trace, config.retryBudgetMs - reservedMs);
}

function planFor(config: FeedConfig, trace: FetchTrace, budgetMs: number): RetryPlan {
  return {
    deadlineAt: new Date(trace.startedAt.getTime() + budgetMs),
    maxAttempts: config.maxAttempts,
    timeLimitMs: config.timeLimitMs,
  };
}

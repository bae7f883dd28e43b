import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';
import { FeedProblem } from './feedProblem';
import { type DocumentRequest, fetchDocument } from './fetchDocument';
import type { FetchDeps } from './fetchRetrying';

const SHORTEST_MS = HOUR_MS;
const LONGEST_MS = 24 * HOUR_MS;
/** How long a copy serves on after it could not be read again. */
const GRACE_MS = MINUTE_MS / 2;

/** A document that seldom changes: discovery, vehicle types. */
export interface CachedDocument<T> {
  /**
   * The document, from memory while its ttl (an hour to a day) runs. When it cannot be read again
   * the one in memory goes on serving: a silent discovery file must not stop a feed that answers.
   *
   * @throws FeedProblem when it was never read
   */
  read(request: DocumentRequest<T>): Promise<T>;
  /** The next read asks the server. */
  expire(): void;
}

export function createCachedDocument<T>(deps: FetchDeps): CachedDocument<T> {
  let cached: { url: string; value: T; expiresAt: Date } | null = null;
  const keep = (url: string, value: T, lifetimeMs: number) => {
    cached = { url, value, expiresAt: new Date(deps.clock().getTime() + lifetimeMs) };
  };
  return {
    async read(request) {
      const known = cached?.url === request.url ? cached : null;
      if (known && deps.clock() < known.expiresAt) return known.value;
      // With a copy at hand one attempt is enough; the feed itself needs the time more.
      const plan = known ? { ...request.plan, maxAttempts: 1 } : request.plan;
      try {
        const answer = await fetchDocument(deps, { ...request, plan, validators: undefined });
        if (answer.outcome === 'unchanged') throw new Error('Unasked 304 passed fetchDocument');
        keep(request.url, answer.value, lifetimeMs(answer.detail.ttlS));
        return answer.value;
      } catch (error) {
        if (!known || !(error instanceof FeedProblem)) throw error;
        keep(known.url, known.value, GRACE_MS);
        return known.value;
      }
    },
    expire() {
      if (cached) cached = { ...cached, expiresAt: new Date(0) };
    },
  };
}

function lifetimeMs(ttlS: number | null): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (ttlS ?? 0) * SECOND_MS));
}

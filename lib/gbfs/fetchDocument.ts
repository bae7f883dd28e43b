import { parseBody } from './body';
import { FeedProblem } from './feedProblem';
import { fetchBody } from './fetchBody';
import { type FetchDeps, fetchRetrying, type RetryPlan } from './fetchRetrying';
import type { FetchTrace } from './fetchTrace';
import type { Mapped, MappedDetail } from './mapped';
import type { ValidatorMemory } from './validatorMemory';

export interface DocumentRequest<T> {
  url: string;
  map(json: unknown, fetchedAt: Date): Mapped<T>;
  trace: FetchTrace;
  plan: RetryPlan;
  maxBytes: number;
  /** Present: asks whether anything is new since the last accepted answer. */
  validators?: ValidatorMemory;
}

export type DocumentAnswer<T> =
  | { outcome: 'unchanged' }
  | { outcome: 'fetched'; value: T; detail: MappedDetail };

/**
 * Fetches and maps one document, again while it fails or is refused and the plan allows.
 *
 * @throws FeedProblem when no attempt brought an acceptable answer
 */
export function fetchDocument<T>(
  deps: FetchDeps,
  request: DocumentRequest<T>,
): Promise<DocumentAnswer<T>> {
  const { url, trace, validators, maxBytes } = request;
  return fetchRetrying(deps, request.plan, async (timeLimitMs) => {
    const conditions = validators?.headersFor(url) ?? {};
    const answer = await fetchBody(deps.fetch, { url, conditions, timeLimitMs, maxBytes }, trace);
    if (answer.isUnchanged) return { outcome: 'unchanged' };
    const value = acceptMapped(request.map(parseBody(answer.bytes), deps.clock()));
    validators?.remember(url, answer.validators);
    return value;
  });
}

/** @throws FeedProblem where the mapper refused */
export function acceptMapped<T>(mapped: Mapped<T>): DocumentAnswer<T> & { outcome: 'fetched' } {
  if (mapped.kind === 'accepted') {
    return { outcome: 'fetched', value: mapped.value, detail: mapped.detail };
  }
  throw new FeedProblem(mapped.reason, mapped.message, { detail: mapped.detail });
}

import { FAILURE_REASONS, type FetchReason } from './fetchReasons';
import type { MappedDetail } from './mapped';

const failures: ReadonlySet<FetchReason> = new Set(FAILURE_REASONS);

/** Asking again would only bring the same: nothing about these flickers. */
const lasting: ReadonlySet<FetchReason> = new Set([
  'notConfigured',
  'notListed',
  'oversize',
  'nothingJoined',
]);

interface ProblemFacts {
  /** The answer's status, for `httpStatus` only. */
  httpStatus?: number;
  /** What the server asked to wait, milliseconds. */
  retryAfterMs?: number;
  /** What was counted in an answer before it was refused. */
  detail?: MappedDetail;
  cause?: unknown;
}

/** Why a fetch brought no data. Anything else thrown by the client is a bug. */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem';
  readonly reason: FetchReason;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number;
  readonly detail: MappedDetail | null;

  constructor(reason: FetchReason, message: string, facts: ProblemFacts = {}) {
    super(message, { cause: facts.cause });
    this.reason = reason;
    this.httpStatus = facts.httpStatus ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? 0;
    this.detail = facts.detail ?? null;
  }

  get outcome(): 'failed' | 'refused' {
    return failures.has(this.reason) ? 'failed' : 'refused';
  }

  /** Network errors, 5xx, 429 and bad bodies: mirrors flicker. */
  get isRetryable(): boolean {
    if (this.httpStatus !== null) return this.httpStatus >= 500 || this.httpStatus === 429;
    return !lasting.has(this.reason);
  }

  /** Whether the address itself is wrong, so that the discovery file should be read again. */
  get isAddressGone(): boolean {
    return this.httpStatus !== null && this.httpStatus >= 400 && !this.isRetryable;
  }
}

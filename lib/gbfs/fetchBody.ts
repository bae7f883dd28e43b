import { FeedProblem } from './feedProblem';
import type { FetchTrace } from './fetchTrace';
import { readAtMost } from './readAtMost';
import type { Validators } from './validatorMemory';

export interface BodyRequest {
  url: string;
  /** If-None-Match and the like; empty for an unconditional request. */
  conditions: Record<string, string>;
  /** Headers and body together, milliseconds. */
  timeLimitMs: number;
  /** After decompression. */
  maxBytes: number;
}

export type BodyAnswer =
  | { isUnchanged: true }
  | { isUnchanged: false; bytes: Uint8Array; validators: Validators };

/**
 * Makes one request. Redirects are followed by `fetch`, which stays within http and https.
 *
 * @throws FeedProblem network | timeout | httpStatus | oversize
 */
export async function fetchBody(
  fetchFn: typeof fetch,
  request: BodyRequest,
  trace: FetchTrace,
): Promise<BodyAnswer> {
  trace.url = request.url;
  trace.attempts += 1;
  trace.httpStatus = null;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), request.timeLimitMs);
  try {
    const response = await fetchFn(request.url, {
      headers: {
        accept: 'application/json',
        'accept-encoding': 'br, gzip',
        'user-agent': 'Limelight',
        ...request.conditions,
      },
      signal: abort.signal,
      cache: 'no-store',
    });
    trace.httpStatus = response.status;
    return await readAnswer(response, request, trace);
  } catch (cause) {
    if (cause instanceof FeedProblem) throw cause;
    if (abort.signal.aborted) {
      const message = `No complete answer within ${request.timeLimitMs / 1000} s`;
      throw new FeedProblem('timeout', message, { cause });
    }
    throw new FeedProblem('network', networkMessage(cause), { cause });
  } finally {
    clearTimeout(timer);
    // Frees the connection where the body was left unread.
    abort.abort();
  }
}

async function readAnswer(
  response: Response,
  request: BodyRequest,
  trace: FetchTrace,
): Promise<BodyAnswer> {
  const isConditional = Object.keys(request.conditions).length > 0;
  if (response.status === 304 && isConditional) return { isUnchanged: true };
  if (response.status !== 200) {
    throw new FeedProblem('httpStatus', `The server answered ${response.status}`, {
      httpStatus: response.status,
      retryAfterMs: readRetryAfterMs(response.headers.get('retry-after')),
    });
  }
  const bytes = await readAtMost(response, request.maxBytes);
  trace.bytes += bytes.length;
  const validators = {
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  };
  return { isUnchanged: false, bytes, validators };
}

/** The form in seconds; the form with a date is rare and would need the server's clock. */
function readRetryAfterMs(value: string | null): number {
  return value !== null && /^\d{1,5}$/.test(value) ? Number(value) * 1000 : 0;
}

/** `fetch` says "fetch failed" and keeps the reason in the cause. */
function networkMessage(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `The request failed: ${cause.message}` : 'The request failed';
}

import { FeedProblem } from './feedProblem';
import type { DocumentAnswer } from './fetchDocument';
import type { Reported } from './fetchReport';
import type { FetchTrace } from './fetchTrace';

/** The second source of a feed; null where none is configured. */
export type Fallback<T> = (() => Promise<DocumentAnswer<T>>) | null;

/**
 * Asks the fallback where the first source has nothing fit. When both fail, the first one's
 * problem is told, for it is the one to mend; the fallback's is added in words.
 *
 * @throws FeedProblem the first source's
 */
export async function fetchWithFallback<T>(
  first: () => Promise<DocumentAnswer<T>>,
  fallback: Fallback<T>,
  trace: FetchTrace,
): Promise<Reported<T>> {
  try {
    return await first();
  } catch (problem) {
    if (!fallback || !(problem instanceof FeedProblem)) throw problem;
    const { source, url, httpStatus } = trace;
    try {
      trace.source = 'opendata';
      return { ...(await fallback()), note: `gbfs: ${problem.message}` };
    } catch (second) {
      if (!(second instanceof FeedProblem)) throw second;
      Object.assign(trace, { source, url, httpStatus });
      const message = `${problem.message}; opendata: ${second.message}`;
      throw new FeedProblem(problem.reason, message, {
        ...(problem.httpStatus === null ? {} : { httpStatus: problem.httpStatus }),
        ...(problem.detail ? { detail: problem.detail } : {}),
        cause: problem,
      });
    }
  }
}

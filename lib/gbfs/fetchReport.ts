import { secondsBetween } from '@/lib/units/clock';
import type { FeedFetch, FetchReport } from './feedFetch';
import { FeedProblem } from './feedProblem';
import type { DocumentAnswer } from './fetchDocument';
import type { FetchDeps } from './fetchRetrying';
import type { FetchTrace } from './fetchTrace';
import type { MappedDetail } from './mapped';

/** What a step may add to the report of a fetch that went well. */
export type Reported<T> = DocumentAnswer<T> & { note?: string };

/** Runs one fetch and reports on it, whatever comes of it; only bugs are thrown. */
export async function reportFetch<T>(
  deps: Pick<FetchDeps, 'clock'>,
  trace: FetchTrace,
  run: () => Promise<Reported<T>>,
): Promise<FeedFetch<T>> {
  try {
    const answer = await run();
    const detail = answer.outcome === 'fetched' ? answer.detail : null;
    const value = answer.outcome === 'fetched' ? answer.value : null;
    const message = answer.note ?? null;
    const verdict = { outcome: answer.outcome, reason: null, message };
    return { report: { ...reportOf(deps, trace, detail), ...verdict }, value };
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error;
    const { outcome, reason, message, detail } = error;
    return { report: { ...reportOf(deps, trace, detail), outcome, reason, message }, value: null };
  }
}

function reportOf(
  deps: Pick<FetchDeps, 'clock'>,
  trace: FetchTrace,
  detail: MappedDetail | null,
): Omit<FetchReport, 'outcome' | 'reason' | 'message'> {
  const endedAt = deps.clock();
  const feedTime = detail?.medianReportedAt ?? detail?.lastUpdatedAt ?? null;
  return {
    ...trace,
    durationMs: endedAt.getTime() - trace.startedAt.getTime(),
    stationsSeen: detail?.stationsSeen ?? 0,
    skipped: { ...detail?.skipped },
    anomalies: detail?.anomalies ?? [],
    lastUpdatedAt: detail?.lastUpdatedAt ?? null,
    medianReportedAt: detail?.medianReportedAt ?? null,
    feedLagS: feedTime && Math.round(secondsBetween(feedTime, endedAt)),
  };
}

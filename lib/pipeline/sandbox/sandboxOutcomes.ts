import type { Span } from '@/lib/history/stationSeries';
import type { SandboxAlert } from './sandboxAlerts';
import { type SandboxTimeline, spanIndexAt } from './sandboxTimeline';

/** An alert says something of the hour after it; a station without a bike again within one has not
 * run empty anew. */
export const HORIZON_S = 3_600;

/**
 * What became of a station within the hour after an alert. `alreadyEmpty`: no bike was there when it
 * was told. `ranEmpty`: the last one left later. `stayed`: there was one at all times. `unknown`: the
 * hour is not known to its end, and no moment of it was without a bike.
 */
export const ALERT_OUTCOMES = ['alreadyEmpty', 'ranEmpty', 'stayed', 'unknown'] as const;
export type AlertOutcome = (typeof ALERT_OUTCOMES)[number];

/** Whether people were told before a station ran empty, while it was, or not at all. */
export const RUN_OUTCOMES = ['announced', 'late', 'missed'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** What became of the station within the hour after an alert. */
export function outcomeOf(
  { empty, known }: Pick<SandboxTimeline, 'empty' | 'known'>,
  { raisedAt }: Pick<SandboxAlert, 'raisedAt'>,
): AlertOutcome {
  const last = spanIndexAt(empty, raisedAt);
  const here = empty[last];
  if (here && here.fromAt <= raisedAt && raisedAt < here.toAt) return 'alreadyEmpty';
  const later = here && here.fromAt > raisedAt ? here : empty[last + 1];
  if (later && later.fromAt <= raisedAt + HORIZON_S) return 'ranEmpty';
  const around = known[spanIndexAt(known, raisedAt)];
  return around && around.toAt >= raisedAt + HORIZON_S ? 'stayed' : 'unknown';
}

/**
 * The times a station ran empty: the last bike left and was seen to leave, and for an hour before
 * there had been one as far as is known.
 */
export function emptyRunsOf({ empty, known }: Pick<SandboxTimeline, 'empty' | 'known'>): Span[] {
  return empty.filter(({ fromAt }, i) => {
    const isSeen = known[spanIndexAt(known, fromAt)]!.fromAt < fromAt;
    const before = empty[i - 1];
    return isSeen && (!before || fromAt - before.toAt >= HORIZON_S);
  });
}

/**
 * Whether people were told of a run. `announced`: an alert stood when it began, or was told within
 * the hour before. `late`: one was told while the station was without a bike.
 *
 * @param alerts of the same station, oldest first
 */
export function runOutcomeOf(run: Span, alerts: readonly SandboxAlert[]): RunOutcome {
  const isAnnounced = alerts.some(
    ({ raisedAt, endedAt }) =>
      raisedAt < run.fromAt &&
      ((endedAt ?? Number.POSITIVE_INFINITY) > run.fromAt || raisedAt >= run.fromAt - HORIZON_S),
  );
  if (isAnnounced) return 'announced';
  return alerts.some(({ raisedAt }) => raisedAt >= run.fromAt && raisedAt < run.toAt)
    ? 'late'
    : 'missed';
}

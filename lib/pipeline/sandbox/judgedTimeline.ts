import type { Span } from '@/lib/history/stationSeries';
import { alertsOf, type SandboxAlert } from './sandboxAlerts';
import {
  type AlertOutcome,
  emptyRunsOf,
  outcomeOf,
  type RunOutcome,
  runOutcomeOf,
} from './sandboxOutcomes';
import type { Pair, SandboxTimeline } from './sandboxTimeline';

export interface JudgedAlert extends SandboxAlert {
  outcome: AlertOutcome;
}

/** A station's timeline with what each of the settings would have told. */
export interface JudgedTimeline {
  stationId: string;
  alerts: Pair<JudgedAlert[]>;
  /** The times it ran empty. */
  runs: Span[];
  /** Of each run, whether it was told. */
  runOutcomes: Pair<RunOutcome[]>;
}

/** What both settings would have told of a station, and how it turned out. See alertsOf. */
export function judgeTimeline(
  timeline: SandboxTimeline,
  asked: { lastingS: number; opensAt: number; gaps: readonly Span[] },
): JudgedTimeline {
  const runs = emptyRunsOf(timeline);
  const alertsBy = (short: readonly Span[]) =>
    alertsOf(timeline, short, asked).map((alert) => ({
      ...alert,
      outcome: outcomeOf(timeline, alert),
    }));
  const alerts: JudgedTimeline['alerts'] = [
    alertsBy(timeline.short[0]),
    alertsBy(timeline.short[1]),
  ];
  const outcomesBy = (own: readonly SandboxAlert[]) => runs.map((run) => runOutcomeOf(run, own));
  return {
    stationId: timeline.stationId,
    alerts,
    runs,
    runOutcomes: [outcomesBy(alerts[0]), outcomesBy(alerts[1])],
  };
}

import { MAX_GAP_MS } from '@/lib/alerts/evaluateShortage';
import type { Span } from '@/lib/history/stationSeries';
import { SECOND_MS } from '@/lib/units/clock';
import type { SandboxTimeline } from './sandboxTimeline';

const MAX_GAP_S = MAX_GAP_MS / SECOND_MS;

/** A shortage that would have been told. Epoch seconds. */
export interface SandboxAlert {
  sinceAt: number;
  raisedAt: number;
  /** null: it stood when the period ended. */
  endedAt: number | null;
  /** How long the station is known to have been short in it, seconds. */
  shortS: number;
  /** The station was short when the period began: nobody knows since when. */
  wasOpen: boolean;
}

interface Match {
  sinceAt: number;
  raisedAt: number | null;
  shortS: number;
  wasOpen: boolean;
}

/**
 * The alerts of a station: short for as long as is asked, once each, by the rules of
 * evaluateShortage, which looks at one minute after the other where this goes from span to span. A
 * station that becomes unknown is no news: what was told stays open, what was not begins anew.
 *
 * @param short of the timeline, by one of the settings
 * @param lastingS how long it must have lasted by the data before it is told, seconds
 * @param opensAt where the observed part of the period begins
 * @param gaps in which nobody looked at any station
 */
export function alertsOf(
  { known, absent }: Pick<SandboxTimeline, 'known' | 'absent'>,
  short: readonly Span[],
  { lastingS, opensAt, gaps }: { lastingS: number; opensAt: number; gaps: readonly Span[] },
): SandboxAlert[] {
  const alerts: SandboxAlert[] = [];
  let match: Match | null = null;
  let next = 0;
  const close = (endedAt: number | null) => {
    if (match?.raisedAt != null) alerts.push({ ...match, raisedAt: match.raisedAt, endedAt });
    match = null;
  };

  known.forEach((span, i) => {
    const before = known[i - 1];
    if (match && before) {
      const hole = { fromAt: before.toAt, toAt: span.fromAt };
      if (absent.some((one) => overlap(one, hole))) close(hole.fromAt);
      else if (match.raisedAt === null && !isBridged(hole, gaps)) match = null;
    }
    if (match && short[next]?.fromAt !== span.fromAt) close(span.fromAt);
    for (; next < short.length && short[next]!.fromAt < span.toAt; next++) {
      const { fromAt, toAt } = short[next]!;
      match ??= beginning(fromAt, fromAt === opensAt);
      const dueAt = Math.max(match.sinceAt + lastingS, fromAt);
      if (toAt > dueAt) match.raisedAt ??= dueAt;
      match.shortS += toAt - fromAt;
      if (toAt < span.toAt) close(toAt);
    }
  });
  const lastAt = known.at(-1)?.toAt ?? opensAt;
  close(absent.some(({ toAt }) => toAt > lastAt) ? lastAt : null);
  return alerts;
}

function beginning(at: number, wasOpen: boolean): Match {
  return { sinceAt: at, raisedAt: wasOpen ? at : null, shortS: 0, wasOpen };
}

/** After a short silence of the whole feed what lasted has lasted on. */
function isBridged(hole: Span, gaps: readonly Span[]): boolean {
  if (hole.toAt - hole.fromAt > MAX_GAP_S) return false;
  return gaps.some(({ fromAt, toAt }) => fromAt <= hole.fromAt && toAt >= hole.toAt);
}

function overlap(a: Span, b: Span): boolean {
  return a.fromAt < b.toAt && b.fromAt < a.toAt;
}

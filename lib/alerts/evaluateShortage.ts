import { SEVERITIES } from '@/lib/deficit/assessment';
import { localTimeOf } from '@/lib/units/localTime';
import type { AlertCity, AlertStation } from './alertCity';
import type { ShortageCondition } from './alertCondition';
import { isActiveAt } from './dayWindow';
import type { Evaluation, Match, Matches, RuleState, Transition } from './ruleState';

/** After a hole in the data this long nobody knows what lasted: what was not told begins anew. */
export const MAX_GAP_MS = 10 * 60_000;

/**
 * One look of a rule at a judged city. What matches is raised once, when it has lasted and the hour
 * is asked for, and recovers once, at any hour. A station that becomes unknown is neither: what was
 * told stays open, what was not begins anew. A station that is gone is forgotten.
 *
 * Looking again at the same or older data changes nothing.
 *
 * @param city fresh, see isFresh
 */
export function evaluateShortage(
  condition: ShortageCondition,
  city: AlertCity & { confirmedAt: Date },
  before: RuleState,
): Evaluation {
  const { confirmedAt: at, timezone } = city;
  if (before.seenAt && at <= before.seenAt) return { state: before, transitions: [] };
  const hasGap = before.seenAt !== null && at.getTime() - before.seenAt.getTime() > MAX_GAP_MS;
  const isAsked = isActiveAt(condition.days, condition.hours, localTimeOf(at, timezone));
  const look = { condition, atMs: at.getTime(), hasGap, isAsked };

  const matches: Matches = {};
  const transitions: Transition[] = [];
  for (const station of city.stations) {
    const next = step(look, station, before.matches[station.stationId]);
    if (next.match) matches[station.stationId] = next.match;
    if (next.transition) transitions.push(next.transition);
  }
  return { state: { seenAt: at, matches }, transitions };
}

interface Look {
  condition: ShortageCondition;
  atMs: number;
  hasGap: boolean;
  isAsked: boolean;
}

function step(
  { condition, atMs, hasGap, isAsked }: Look,
  station: AlertStation,
  before: Match | undefined,
): { match?: Match; transition?: Transition } {
  const wasRaised = before !== undefined && before.raisedMs !== null;
  if (station.severity === 'unknown') return wasRaised ? { match: before } : {};
  const { stationId: subjectId } = station;
  if (!matchesCondition(condition, station)) {
    if (!wasRaised) return {};
    return { transition: { kind: 'recovered', subjectId, atMs, sinceMs: before.sinceMs } };
  }
  if (wasRaised) return { match: before };
  const sinceMs = before && !hasGap ? before.sinceMs : atMs;
  const hasLasted = atMs - sinceMs >= condition.lastingMin * 60_000;
  if (!hasLasted || !isAsked) return { match: { sinceMs, raisedMs: null } };
  return {
    match: { sinceMs, raisedMs: atMs },
    transition: { kind: 'raised', subjectId, atMs, sinceMs },
  };
}

/** Whether a station whose severity is known is what the rule looks for, its duration apart. */
export function matchesCondition(condition: ShortageCondition, station: AlertStation): boolean {
  if (SEVERITIES.indexOf(station.severity) > SEVERITIES.indexOf(condition.severity)) return false;
  if (condition.uncoveredOnly && station.isCovered) return false;
  const { districtIds } = condition;
  return districtIds.length === 0 || station.districtIds.some((id) => districtIds.includes(id));
}

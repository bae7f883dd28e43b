import type { AlertCity } from './alertCity';
import type { DeadFeedCondition } from './alertCondition';
import { type Evaluation, FEED, type RuleState } from './ruleState';

/**
 * One look at the feed itself: raised once when nothing was heard of the stations for so long,
 * recovers once. A feed that answers, but with reports as old, is as dead. Before the first data
 * there is nothing that could fall silent.
 */
export function evaluateDeadFeed(
  { silentMin }: DeadFeedCondition,
  city: Pick<AlertCity, 'confirmedAt' | 'medianReportedAt'>,
  before: RuleState,
  nowAt: Date,
): Evaluation {
  const heardMs = lastHeardMs(city);
  if (heardMs === null || (before.seenAt && nowAt <= before.seenAt))
    return { state: before, transitions: [] };
  const atMs = nowAt.getTime();
  const isSilent = atMs - heardMs >= silentMin * 60_000;
  const open = before.matches[FEED];
  if (isSilent && !open) {
    return {
      state: { seenAt: nowAt, matches: { [FEED]: { sinceMs: heardMs, raisedMs: atMs } } },
      transitions: [{ kind: 'raised', subjectId: FEED, atMs, sinceMs: heardMs }],
    };
  }
  if (!isSilent && open) {
    return {
      state: { seenAt: nowAt, matches: {} },
      transitions: [{ kind: 'recovered', subjectId: FEED, atMs, sinceMs: open.sinceMs }],
    };
  }
  return { state: { ...before, seenAt: nowAt }, transitions: [] };
}

function lastHeardMs({ confirmedAt, medianReportedAt }: Parameters<typeof evaluateDeadFeed>[1]) {
  if (!confirmedAt) return null;
  return Math.min(confirmedAt.getTime(), medianReportedAt?.getTime() ?? Number.POSITIVE_INFINITY);
}

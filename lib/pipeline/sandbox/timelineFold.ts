import { SEVERITIES } from '@/lib/deficit/assessment';
import { unknownReasonOf } from '@/lib/deficit/eligibility';
import { severityOf } from '@/lib/deficit/severity';
import { targetBikesOf, usableBikesOf } from '@/lib/deficit/target';
import type { HistoryBatch } from '@/lib/history/historyReader';
import { clipSpans, cutSpans } from '@/lib/history/spans';
import type { Span } from '@/lib/history/stationSeries';
import { thresholdsOfDistrict } from '@/lib/settings/thresholdsInForce';
import { SILENCE_KEPT_MIN } from '../keptSilence';
import type { RulesSpan } from '../rulesSpan';
import { appendSpan, type Pair, type SandboxTimeline, spanIndexAt } from './sandboxTimeline';
import { type SilenceLooks, silentSpans } from './silentSpans';

const CRITICAL = SEVERITIES.indexOf('critical');
/** Which bikes never left is not kept of the past. */
const NO_PHANTOMS = 0;

/** What the fold knows beside the rows. */
export interface SandboxFacts {
  /** The stretches that the change log tells, oldest first: no state reaches beyond its own. */
  stretches: readonly Span[];
  /** Where somebody looked, oldest first; within the stretches. */
  observed: readonly Span[];
  looks: SilenceLooks;
  /** In which the feed did not have a station, by its id; oldest first. */
  absences: ReadonlyMap<string, readonly Span[]>;
  /** The district of a station; null outside of all. */
  districtOf(stationId: string): string | null;
  rules: Pair<readonly RulesSpan[]>;
}

export interface TimelineFold {
  /** Rows of a batch, all where no others are named; they follow, by time, those taken before. */
  take(batch: HistoryBatch, fromRow?: number, toRow?: number): void;
  /** All stations that had a row, once there are no more. */
  finish(): SandboxTimeline[];
}

interface HeldRow {
  at: number;
  bikes: number;
  flags: number;
  lastReportedAt: number | null;
  capacity: number | null;
}

interface FoldedStation {
  timeline: SandboxTimeline;
  districtId: string | null;
  held: HeldRow;
}

/**
 * Folds rows of many stations into their timelines, while they stream by: of each station only its
 * last row is kept, and the spans.
 */
export function foldTimelines(facts: SandboxFacts): TimelineFold {
  const stations = new Map<string, FoldedStation>();

  function beginning(stationId: string, held: HeldRow): FoldedStation {
    const listed = facts.absences.get(stationId) ?? [];
    const absent = facts.observed.flatMap((span) => clipSpans(listed, span));
    const timeline: SandboxTimeline = { stationId, absent, known: [], empty: [], short: [[], []] };
    return { timeline, districtId: facts.districtOf(stationId), held };
  }

  return {
    take({ tier, ...columns }, fromRow = 0, toRow = columns.at.length) {
      // What stood on the hour says nothing of how long it lasted.
      if (tier !== 'changes') return;
      const endRow = Math.min(toRow, columns.at.length);
      for (let row = fromRow; row < endRow; row++) {
        const id = columns.stationId[row]!;
        const held = {
          at: columns.at[row]!,
          bikes: columns.numBikesAvailable[row]!,
          flags: columns.flags[row]!,
          lastReportedAt: columns.lastReportedAt[row] ?? null,
          capacity: columns.capacity[row] ?? null,
        };
        const station = stations.get(id);
        if (station) settle(facts, station, held.at);
        if (station) station.held = held;
        else stations.set(id, beginning(id, held));
      }
    },
    finish() {
      for (const station of stations.values()) settle(facts, station, Number.POSITIVE_INFINITY);
      return [...stations.values()].map(({ timeline }) => timeline);
    },
  };
}

/** Writes down what held since the last row, up to the next one or the end of its stretch. */
function settle(
  facts: SandboxFacts,
  { timeline, districtId, held }: FoldedStation,
  untilAt: number,
) {
  const { bikes, capacity } = held;
  const usable = usableBikesOf(bikes, NO_PHANTOMS);
  for (const { fromAt, toAt } of knownParts(facts, timeline.absent, held, untilAt)) {
    appendSpan(timeline.known, fromAt, toAt);
    if (usable === 0) appendSpan(timeline.empty, fromAt, toAt);
    facts.rules.forEach((rules, side) => {
      for (let i = spanIndexAt(rules, fromAt); i < rules.length && rules[i]!.fromAt < toAt; i++) {
        const rule = rules[i]!;
        const { thresholds } = thresholdsOfDistrict(rule.rules, districtId);
        const severity = severityOf(usable, targetBikesOf(capacity, thresholds), thresholds);
        if (SEVERITIES.indexOf(severity) > CRITICAL) continue;
        const partFromAt = Math.max(fromAt, rule.fromAt);
        appendSpan(timeline.short[side]!, partFromAt, Math.min(toAt, rule.toAt));
      }
    });
  }
}

/** The parts of a row's validity in which it was observed, listed, and eligible. */
function knownParts(
  { stretches, observed, looks }: SandboxFacts,
  absent: readonly Span[],
  held: HeldRow,
  untilAt: number,
): readonly Span[] {
  const stretch = stretches[spanIndexAt(stretches, held.at)];
  const toAt = Math.min(untilAt, stretch?.toAt ?? held.at);
  if (toAt <= held.at) return [];
  const status = {
    numBikesAvailable: [held.bikes],
    flags: [held.flags],
    lastReportedAt: [held.lastReportedAt],
  };
  if (unknownReasonOf(status, 0, null, SILENCE_KEPT_MIN) !== null) return [];
  const span = { fromAt: held.at, toAt };
  const silent = silentSpans(status, looks, span);
  const seen = observed[spanIndexAt(observed, held.at)];
  // Most rows are short and lie within one observed span.
  if (seen && seen.fromAt <= held.at && seen.toAt >= toAt && !absent.length && !silent.length)
    return [span];
  return cutSpans(clipSpans(observed, span), [...absent, ...silent]);
}

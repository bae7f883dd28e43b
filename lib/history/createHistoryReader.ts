import type pg from 'pg';
import type { ObjectStore } from '@/lib/archive/objectStore';
import type { Clock } from '@/lib/units/clock';
import { type LogStretch, readStationChanges, streamChanges } from './changeRowsStore';
import { type Coverage, logRecords } from './coverage';
import { createCoverageStore } from './coverageStore';
import { readFeedGaps } from './feedGapStore';
import type { HistoryReader, PastCity } from './historyReader';
import { readCityFromChanges, readLastLookAt } from './pastCityStore';
import { clipSpans, cutSpans, joinSpans } from './spans';
import type { SeriesColumns, Span } from './stationSeries';

export interface HistorySources {
  pool: pg.Pool;
  store: ObjectStore;
  /** Where objects of a distant store are kept for a while; an absolute path. */
  cacheDir: string;
  systemId: string;
  clock: Clock;
}

/** The one reader over the tiers. Contacts nobody before it is asked. */
export function createHistoryReader({ pool, systemId, clock }: HistorySources): HistoryReader {
  const tiers = createCoverageStore(pool, systemId);
  const nowAt = () => clock().getTime() / 1_000;

  /** The parts of a span that the change log tells, oldest first. */
  function logStretches(coverage: Coverage, span: Span): LogStretch[] {
    return logRecords(coverage, nowAt()).flatMap((record) =>
      clipSpans([record], span).map((part) => ({ ...part, record })),
    );
  }

  async function gapsOf(stretches: readonly LogStretch[]): Promise<Span[]> {
    const gaps = await Promise.all(
      stretches.map(async (stretch) =>
        clipSpans(
          await readFeedGaps(pool, systemId, stretch, !stretch.record.isOwn, nowAt()),
          stretch,
        ),
      ),
    );
    return joinSpans(gaps.flat());
  }

  return {
    async readReach() {
      const coverage = await tiers.read();
      const { imports, ownFromAt, oldestHourAt } = coverage;
      const begins = [...imports.map(({ fromAt }) => fromAt), ownFromAt, oldestHourAt];
      const oldestAt = Math.min(...begins.filter((at) => at !== null));
      if (!Number.isFinite(oldestAt)) return null;
      const newestAt = Math.max(oldestAt, await tiers.readNewestAt());
      return { oldestAt, exactFromAt: ownFromAt ?? imports[0]?.fromAt ?? null, newestAt };
    },

    async readStation(stationId, span) {
      const [coverage, isKnown] = await Promise.all([tiers.read(), tiers.hasStation(stationId)]);
      if (!isKnown) return null;
      const stretches = logStretches(coverage, span);
      const [unobserved, parts] = await Promise.all([
        gapsOf(stretches),
        Promise.all(
          stretches.map((stretch) => readStationChanges(pool, systemId, stationId, stretch)),
        ),
      ]);
      return {
        ...span,
        stationId,
        stretches: stretches.map(({ fromAt, toAt }) => ({ fromAt, toAt, tier: 'changes' })),
        samples: concatSeries(parts),
        unobserved,
      };
    },

    async readCityAt(at) {
      const atS = at.getTime() / 1_000;
      const records = logRecords(await tiers.read(), nowAt());
      const record = records.findLast(({ fromAt }) => fromAt <= atS);
      if (!record) return null;
      const isCovered = record.isOwn || atS < record.toAt;
      const heldAt = isCovered ? at : new Date(record.toAt * 1_000);
      const instant = { fromAt: atS, toAt: atS };
      const [city, fetchedAt, gaps] = await Promise.all([
        readCityFromChanges(pool, systemId, {
          at: heldAt,
          fromAt: record.fromAt,
          isOwn: record.isOwn,
        }),
        readLastLookAt(pool, systemId, heldAt, !record.isOwn),
        isCovered ? readFeedGaps(pool, systemId, instant, !record.isOwn, nowAt()) : [],
      ]);
      const isUnobserved = !isCovered || gaps.length > 0;
      return { at: atS, tier: 'changes', fetchedAt, isUnobserved, ...city } satisfies PastCity;
    },

    async readUnobserved(span) {
      const stretches = logStretches(await tiers.read(), span);
      return joinSpans([...(await gapsOf(stretches)), ...cutSpans([span], stretches)]);
    },

    async *streamRows(span, stationIds) {
      for (const stretch of logStretches(await tiers.read(), span))
        yield* streamChanges(pool, systemId, stretch, stationIds ?? null);
    },
  };
}

function concatSeries(parts: readonly SeriesColumns[]): SeriesColumns {
  return {
    at: parts.flatMap(({ at }) => at),
    numBikesAvailable: parts.flatMap(({ numBikesAvailable }) => numBikesAvailable),
    numMechanicalAvailable: parts.flatMap(({ numMechanicalAvailable }) => numMechanicalAvailable),
    numEbikesAvailable: parts.flatMap(({ numEbikesAvailable }) => numEbikesAvailable),
    numDocksAvailable: parts.flatMap(({ numDocksAvailable }) => numDocksAvailable),
    flags: parts.flatMap(({ flags }) => flags),
  };
}

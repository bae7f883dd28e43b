import path from 'node:path';
import type pg from 'pg';
import { createLocalObjects } from '@/lib/archive/localObjectsStore';
import type { ObjectStore } from '@/lib/archive/objectStore';
import type { Clock } from '@/lib/units/clock';
import { openAnalysis } from './analysisStore';
import { streamChanges } from './changeRowsStore';
import { createCoverageStore } from './coverageStore';
import type { HistoryReach, HistoryReader } from './historyReader';
import { createHourTier } from './hourTierStore';
import { readPastCity } from './readPastCity';
import { readPastStation } from './readPastStation';
import { cutSpans, joinSpans } from './spans';
import type { HistoryTier, Span } from './stationSeries';
import { gapsWithin, logGaps, readStretches, type Tiers } from './tiers';

export interface HistorySources {
  pool: pg.Pool;
  store: ObjectStore;
  /** Where objects of a distant store are kept for a while; an absolute path. */
  cacheDir: string;
  systemId: string;
  clock: Clock;
}

/** What copies of a distant archive may take on this machine: some five years of a large city. */
export const ARCHIVE_CACHE_MAX_BYTES = 1024 ** 3;
const ANALYSIS_MEMORY_MB = 256;
const ANALYSIS_THREADS = 2;

/** The one reader over the tiers. Contacts nobody before it is asked. */
export function createHistoryReader(sources: HistorySources): HistoryReader {
  const tiers = tiersOf(sources);
  return {
    readReach: () => readReach(tiers),
    readStation: (stationId, span) => readPastStation(tiers, stationId, span),
    readCityAt: (at) => readPastCity(tiers, at),
    readUnobserved: (span) => readUnobserved(tiers, span),
    readStretches: (span) => readToldStretches(tiers, span),
    async *streamRows(span, stationIds) {
      const { log, hours } = await readStretches(tiers, span);
      const stretches = [
        ...log.map((stretch) => ({ stretch, record: stretch.record })),
        ...hours.map((stretch) => ({ stretch, record: null })),
      ].sort((a, b) => a.stretch.fromAt - b.stretch.fromAt);
      for (const { stretch, record } of stretches) {
        if (record)
          yield* streamChanges(
            tiers.db,
            tiers.systemId,
            { ...stretch, record },
            stationIds ?? null,
          );
        else yield* tiers.hours.stream(stretch, stationIds ?? null);
      }
    },
  };
}

function tiersOf({ pool, store, cacheDir, systemId, clock }: HistorySources): Tiers {
  const objects = createLocalObjects(store, { cacheDir, maxBytes: ARCHIVE_CACHE_MAX_BYTES, clock });
  const analysis = openAnalysis({
    tempDir: path.join(cacheDir, 'analysis'),
    memoryMb: ANALYSIS_MEMORY_MB,
    threads: ANALYSIS_THREADS,
  });
  return {
    db: pool,
    systemId,
    coverage: createCoverageStore(pool, systemId),
    hours: createHourTier(pool, systemId, objects, analysis),
    nowAt: () => clock().getTime() / 1_000,
  };
}

async function readReach({ coverage }: Tiers): Promise<HistoryReach | null> {
  const { imports, ownFromAt, oldestHourAt } = await coverage.read();
  const begins = [...imports.map(({ fromAt }) => fromAt), ownFromAt, oldestHourAt];
  const oldestAt = Math.min(...begins.filter((at) => at !== null));
  if (!Number.isFinite(oldestAt)) return null;
  const newestAt = Math.max(oldestAt, await coverage.readNewestAt());
  return { oldestAt, exactFromAt: ownFromAt ?? imports[0]?.fromAt ?? null, newestAt };
}

async function readToldStretches(
  tiers: Tiers,
  span: Span,
): Promise<(Span & { tier: HistoryTier })[]> {
  const { log, hours } = await readStretches(tiers, span);
  const told = [
    ...log.map(({ fromAt, toAt }) => ({ fromAt, toAt, tier: 'changes' as const })),
    ...hours.map(({ fromAt, toAt }) => ({ fromAt, toAt, tier: 'hours' as const })),
  ];
  return told.sort((a, b) => a.fromAt - b.fromAt);
}

/** Every gap of a span, and what no tier tells. */
async function readUnobserved(tiers: Tiers, span: Span): Promise<Span[]> {
  const { log, hours } = await readStretches(tiers, span);
  const gaps = await Promise.all([logGaps(tiers, log), gapsWithin(tiers, hours, false)]);
  return joinSpans([...gaps.flat(), ...cutSpans([span], [...log, ...hours])]);
}

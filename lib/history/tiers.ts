import type { Database } from '@/lib/db/database';
import type { LogStretch } from './changeRowsStore';
import { type Coverage, logRecords, stretchesOf } from './coverage';
import type { CoverageStore } from './coverageStore';
import { readFeedGaps } from './feedGapStore';
import type { HourTier } from './hourTierStore';
import { clipSpans, cutSpans, joinSpans } from './spans';
import type { Span } from './stationSeries';

/** What the reader reads from. */
export interface Tiers {
  db: Database;
  systemId: string;
  coverage: CoverageStore;
  hours: HourTier;
  /** Epoch seconds. */
  nowAt(): number;
}

/** The parts of a span that the change log tells, oldest first. */
export function logStretches(coverage: Coverage, span: Span, nowAt: number): LogStretch[] {
  return logRecords(coverage, nowAt).flatMap((record) =>
    clipSpans([record], span).map((part) => ({ ...part, record })),
  );
}

/** The parts of a span that the archive alone tells, oldest first. */
export async function hourStretches(
  tiers: Tiers,
  { oldestHourAt }: Coverage,
  span: Span,
  told: readonly Span[],
): Promise<Span[]> {
  if (oldestHourAt === null) return [];
  const archived = clipSpans([span], { fromAt: oldestHourAt, toAt: Number.POSITIVE_INFINITY });
  if (cutSpans(archived, told).length === 0) return [];
  const runs = await tiers.coverage.readHourRuns(span);
  return stretchesOf(span, told, runs).filter(({ tier }) => tier === 'hours');
}

/** Where nobody looked during stretches of one kind of record, oldest first. */
export async function gapsWithin(
  { db, systemId, nowAt }: Tiers,
  stretches: readonly Span[],
  isImport: boolean,
): Promise<Span[]> {
  const gaps = await Promise.all(
    stretches.map(async (stretch) =>
      clipSpans(await readFeedGaps(db, systemId, stretch, isImport, nowAt()), stretch),
    ),
  );
  return joinSpans(gaps.flat());
}

/** Where nobody looked during stretches of the change log, oldest first. */
export async function logGaps(tiers: Tiers, log: readonly LogStretch[]): Promise<Span[]> {
  const ofKind = (isOwn: boolean) => log.filter(({ record }) => record.isOwn === isOwn);
  const gaps = await Promise.all([
    gapsWithin(tiers, ofKind(true), false),
    gapsWithin(tiers, ofKind(false), true),
  ]);
  return joinSpans(gaps.flat());
}

/** What the tiers tell of a span, whatever the station. */
export async function readStretches(
  tiers: Tiers,
  span: Span,
): Promise<{ log: LogStretch[]; hours: Span[] }> {
  const coverage = await tiers.coverage.read();
  const log = logStretches(coverage, span, tiers.nowAt());
  return { log, hours: await hourStretches(tiers, coverage, span, log) };
}

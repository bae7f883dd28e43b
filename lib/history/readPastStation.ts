import { readStationChanges } from './changeRowsStore';
import { joinSpans } from './spans';
import type { SeriesColumns, Span, StationSeries } from './stationSeries';
import { gapsWithin, hourStretches, logGaps, logStretches, type Tiers } from './tiers';

/** A stretch with its rows. */
type ToldStretch = StationSeries['stretches'][number] & { samples: SeriesColumns };

/** A station's past from the change log where it reaches, and from the archive's hours elsewhere. */
export async function readPastStation(
  tiers: Tiers,
  stationId: string,
  span: Span,
): Promise<StationSeries | null> {
  const [coverage, isKnown] = await Promise.all([
    tiers.coverage.read(),
    tiers.coverage.hasStation(stationId),
  ]);
  if (!isKnown) return null;
  const log = logStretches(coverage, span, tiers.nowAt());
  const [changes, logged] = await Promise.all([
    Promise.all(log.map((stretch) => toldByChanges(tiers, stationId, stretch))),
    logGaps(tiers, log),
  ]);
  const exact = changes.flat();
  const rest = await hourStretches(tiers, coverage, span, exact);
  const [hours, restGaps] = await Promise.all([
    Promise.all(rest.map((stretch) => toldByHours(tiers, stationId, stretch))),
    gapsWithin(tiers, rest, false),
  ]);
  const told = [...exact, ...hours.flat()].sort((a, b) => a.fromAt - b.fromAt);
  return {
    ...span,
    stationId,
    stretches: told.map(({ fromAt, toAt, tier }) => ({ fromAt, toAt, tier })),
    samples: concatSeries(told.map(({ samples }) => samples)),
    unobserved: joinSpans([...logged, ...restGaps]),
  };
}

/** The log knows a station from its first row on; where months were dropped that is later. */
async function toldByChanges(
  { db, systemId }: Tiers,
  stationId: string,
  stretch: Parameters<typeof readStationChanges>[3],
): Promise<ToldStretch[]> {
  const samples = await readStationChanges(db, systemId, stationId, stretch);
  const [fromAt] = samples.at;
  return fromAt === undefined ? [] : [{ fromAt, toAt: stretch.toAt, tier: 'changes', samples }];
}

async function toldByHours(tiers: Tiers, stationId: string, stretch: Span): Promise<ToldStretch[]> {
  const samples = await tiers.hours.readStation(stationId, stretch);
  return samples.at.length === 0 ? [] : [{ ...stretch, tier: 'hours', samples }];
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

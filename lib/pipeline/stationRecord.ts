import {
  SEVERITIES,
  type Severity,
  UNKNOWN_REASONS,
  type UnknownReason,
} from '@/lib/deficit/assessment';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import type { CityView } from './cityView';

/** One station with its status and its judgement, as the API hands it out. Times are ISO 8601 UTC. */
export interface StationRecord {
  systemId: string;
  stationId: string;
  stationCode: string | null;
  name: string;
  lat: number;
  lon: number;
  capacity: number | null;
  districtId: string | null;
  numBikesAvailable: number | null;
  numMechanicalAvailable: number | null;
  numEbikesAvailable: number | null;
  numDocksAvailable: number | null;
  isInstalled: boolean | null;
  isRenting: boolean | null;
  isReturning: boolean | null;
  lastReportedAt: string | null;
  severity: Severity;
  unknownReason: UnknownReason | null;
  usableBikes: number | null;
  /** An estimate: bikes that never leave. */
  phantomBikes: number;
  targetBikes: number | null;
  shortage: number;
  uncoveredShortage: number;
  covered: boolean;
  nearestWithBikesId: string | null;
  nearestWithBikesM: number | null;
  vehiclesNear: number;
  /** 1 is the worst station of the city. */
  rank: number;
}

/**
 * Columns into records, in the order of rank.
 *
 * @param indexes which stations; all by default
 */
export function stationRecords(view: CityView, indexes?: readonly number[]): StationRecord[] {
  const { rank } = view.frame.assessment;
  const order = indexes ? [...indexes] : rank.map((_, index) => index);
  order.sort((a, b) => rank[a]! - rank[b]!);
  return order.map((index) => stationRecord(view, index));
}

function stationRecord({ base, frame }: CityView, i: number): StationRecord {
  const { stations } = base;
  const { status, assessment } = frame;
  const flags = status.flags[i] ?? null;
  const reportedAt = status.lastReportedAt[i] ?? null;
  const nearest = assessment.nearestWithBikes[i] ?? null;
  const reason = assessment.unknownReason[i] ?? null;
  return {
    systemId: base.systemId,
    stationId: stations.stationId[i]!,
    stationCode: stations.stationCode[i] ?? null,
    name: stations.name[i]!,
    lat: stations.lat[i]!,
    lon: stations.lon[i]!,
    capacity: stations.capacity[i] ?? null,
    districtId: stations.districtId[i] ?? null,
    numBikesAvailable: status.numBikesAvailable[i] ?? null,
    numMechanicalAvailable: status.numMechanicalAvailable[i] ?? null,
    numEbikesAvailable: status.numEbikesAvailable[i] ?? null,
    numDocksAvailable: status.numDocksAvailable[i] ?? null,
    isInstalled: hasFlag(flags, FLAG_INSTALLED),
    isRenting: hasFlag(flags, FLAG_RENTING),
    isReturning: hasFlag(flags, FLAG_RETURNING),
    lastReportedAt: reportedAt === null ? null : new Date(reportedAt * 1000).toISOString(),
    severity: SEVERITIES[assessment.severity[i]!]!,
    unknownReason: reason === null ? null : UNKNOWN_REASONS[reason]!,
    usableBikes: assessment.usableBikes[i] ?? null,
    phantomBikes: status.phantomBikes[i] ?? 0,
    targetBikes: assessment.targetBikes[i] ?? null,
    shortage: assessment.shortage[i]!,
    uncoveredShortage: assessment.uncoveredShortage[i]!,
    covered: assessment.covered[i] === 1,
    nearestWithBikesId: nearest === null ? null : stations.stationId[nearest]!,
    nearestWithBikesM: assessment.nearestWithBikesM[i] ?? null,
    vehiclesNear: assessment.vehiclesNear[i]!,
    rank: assessment.rank[i]! + 1,
  };
}

function hasFlag(flags: number | null, flag: number): boolean | null {
  return flags === null ? null : (flags & flag) !== 0;
}

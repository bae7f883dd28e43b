import type { Thresholds } from '@/lib/settings/settingValues';
import type { StationColumns, StatusColumns } from '@/lib/stations/cityColumns';
import {
  type AssessmentColumns,
  SEVERITIES,
  UNKNOWN_REASONS,
  type UnknownReason,
} from './assessment';
import { NEIGHBOUR_RADIUS_M } from './neighbours';
import { type AgePart, reportAge } from './reportAge';

/** One statement of a why: its code is the message's key in the namespace "why". */
export type WhyPart =
  | { code: UnknownReason; params: Record<string, never> }
  | { code: 'bikes'; params: { bikes: number } }
  | { code: 'bikesOfCapacity'; params: { bikes: number; capacity: number } }
  /** An estimate, and the words must say so. */
  | { code: 'phantoms'; params: { phantomBikes: number } }
  | { code: 'target'; params: { targetBikes: number } }
  | { code: 'nearestWithBikes'; params: { distanceM: number; bikes: number } }
  | { code: 'noneWithBikes'; params: { radiusKm: number } }
  | { code: 'coveredByStation'; params: { distanceM: number; bikes: number } }
  | { code: 'coveredByVehicles'; params: { vehicles: number; walkRadiusM: number } }
  | AgePart;

/** Parts that belong together, as a clause of a sentence. */
export type WhyClause = WhyPart[];

/** What a why is drawn from; a CityView's base and frame have it all. */
export interface WhySource {
  stations: Pick<StationColumns, 'capacity'>;
  status: StatusColumns;
  assessment: AssessmentColumns;
  thresholds: Thresholds;
}

const OK = SEVERITIES.indexOf('ok');

/**
 * Why station `i` is judged as it is, in parts that message files make words of: its state if
 * unknown, its stock, what stands near if it is short, and the age of its report.
 *
 * @param nowAt epoch seconds by the server's clock; null leaves the age out
 */
export function explainStation(source: WhySource, i: number, nowAt: number | null): WhyClause[] {
  const isShort = source.assessment.severity[i]! < OK;
  return [
    stateClause(source.assessment, i),
    stockClause(source, i),
    isShort ? surroundingsClause(source, i) : [],
    ageClause(source.status, i, nowAt),
  ].filter((clause) => clause.length > 0);
}

function stateClause({ unknownReason }: AssessmentColumns, i: number): WhyClause {
  const reason = unknownReason[i] ?? null;
  return reason === null ? [] : [{ code: UNKNOWN_REASONS[reason]!, params: {} }];
}

function stockClause({ stations, status, assessment }: WhySource, i: number): WhyClause {
  const bikes = status.numBikesAvailable[i] ?? null;
  if (bikes === null) return [];
  const capacity = stations.capacity[i] ?? null;
  const clause: WhyClause = [
    capacity === null
      ? { code: 'bikes', params: { bikes } }
      : { code: 'bikesOfCapacity', params: { bikes, capacity } },
  ];
  const targetBikes = assessment.targetBikes[i] ?? null;
  if (targetBikes === null) return clause;
  const phantomBikes = Math.min(bikes, status.phantomBikes[i] ?? 0);
  if (phantomBikes > 0) clause.push({ code: 'phantoms', params: { phantomBikes } });
  clause.push({ code: 'target', params: { targetBikes } });
  return clause;
}

function surroundingsClause({ assessment, thresholds }: WhySource, i: number): WhyClause {
  const { walkRadiusM, coverMinVehicles } = thresholds;
  const clause: WhyClause = [];
  const nearest = assessment.nearestWithBikes[i] ?? null;
  if (nearest === null) {
    clause.push({ code: 'noneWithBikes', params: { radiusKm: NEIGHBOUR_RADIUS_M / 1000 } });
  } else {
    const distanceM = assessment.nearestWithBikesM[i]!;
    const bikes = assessment.usableBikes[nearest]!;
    const code = distanceM <= walkRadiusM ? 'coveredByStation' : 'nearestWithBikes';
    clause.push({ code, params: { distanceM, bikes } });
  }
  const vehicles = assessment.vehiclesNear[i]!;
  if (vehicles >= coverMinVehicles) {
    clause.push({ code: 'coveredByVehicles', params: { vehicles, walkRadiusM } });
  }
  return clause;
}

function ageClause({ lastReportedAt }: StatusColumns, i: number, nowAt: number | null): WhyClause {
  const reportedAt = lastReportedAt[i] ?? null;
  return reportedAt === null || nowAt === null ? [] : [reportAge(nowAt - reportedAt)];
}

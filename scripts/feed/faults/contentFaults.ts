import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { DAY_MS, SECOND_MS } from '@/lib/units/clock';
import type { ContentFaultKind, FaultSpec } from './faultKinds';

/** What an answer will say: a publication's content, or what faults made of it. */
export interface Content {
  lastUpdatedAt: Date;
  stations: readonly StationInformation[];
  statuses: readonly StationStatus[];
  /** Share of the entries whose every field is null. */
  blankShare: number;
}

type Alter = (content: Content, fault: FaultSpec, older: Content | null) => Content;

/**
 * What each fault makes of an answer. Defaults are the sizes seen in the real feed: 92% of the
 * capacities were 0 in spring 2025, every code was null in 114 episodes.
 */
const ALTERATIONS: Record<ContentFaultKind, Alter> = {
  backInTime: (content, fault, older) => {
    const back = older && older.lastUpdatedAt < content.lastUpdatedAt ? older : content;
    const backMs = back === content ? (fault.count ?? 600) * SECOND_MS : 0;
    return { ...back, lastUpdatedAt: new Date(back.lastUpdatedAt.getTime() - backMs) };
  },
  zeroCapacities: (content, fault) => ({
    ...content,
    stations: content.stations.map((station) =>
      isStruck(station.stationId, fault.share ?? 0.92) ? { ...station, capacity: 0 } : station,
    ),
  }),
  nullCodes: (content, fault) => ({
    ...content,
    stations: content.stations.map((station) =>
      isStruck(station.stationId, fault.share ?? 1) ? { ...station, stationCode: null } : station,
    ),
  }),
  orphans: (content, fault) => ({
    ...content,
    statuses: [...content.statuses, ...orphansOf(content.statuses, fault.count ?? 5)],
  }),
  unlisted: (content, fault) => ({
    ...content,
    statuses: content.statuses.slice(fault.count ?? 5),
  }),
  zombies: (content, fault) => ({
    ...content,
    statuses: content.statuses.map((status) =>
      isStruck(status.stationId, fault.share ?? 0.3) ? withAgeOf(status, 3 * DAY_MS) : status,
    ),
  }),
  duplicates: (content, fault) => ({
    ...content,
    stations: copies(content.stations, fault.count ?? 10),
    statuses: copies(content.statuses, fault.count ?? 10),
  }),
  hugeNumbers: (content, fault) => ({
    ...content,
    statuses: content.statuses.map((status) =>
      isStruck(status.stationId, fault.share ?? 0.02) ? withHugeNumbers(status) : status,
    ),
  }),
  allNull: (content, fault) => ({ ...content, blankShare: fault.share ?? 1 }),
};

/**
 * @param older an earlier publication, for a feed that goes back in time; null where none is kept
 */
export function applyContentFaults(
  content: Content,
  faults: readonly FaultSpec[],
  older: Content | null,
): Content {
  return faults.reduce((altered, fault) => {
    const alter: Alter | undefined = ALTERATIONS[fault.kind as ContentFaultKind];
    return alter ? alter(altered, fault, older) : altered;
  }, content);
}

/** Chooses the same stations in every answer. */
export function isStruck(stationId: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stationId.length; i += 1) {
    hash = Math.imul(hash ^ stationId.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296 < share;
}

function orphansOf(statuses: readonly StationStatus[], count: number): StationStatus[] {
  return statuses.slice(0, count).map((status, i) => ({
    ...status,
    stationId: String(99_000_000_001 + i),
  }));
}

function withAgeOf(status: StationStatus, ageMs: number): StationStatus {
  if (status.lastReportedAt === null) return status;
  return { ...status, lastReportedAt: new Date(status.lastReportedAt.getTime() - ageMs) };
}

/** Beyond 16 bits, and beyond what a double holds exactly. */
function withHugeNumbers(status: StationStatus): StationStatus {
  return { ...status, numBikesAvailable: 1e15, numDocksAvailable: 999_999 };
}

function copies<T>(entries: readonly T[], count: number): T[] {
  return Array.from({ length: count }, () => entries).flat();
}

import type { ArchivedStation, HourState } from '@/lib/archive/hourState';
import type { StationColumns, StatusColumns } from '@/lib/stations/cityColumns';
import { type Coverage, type LogRecord, logRecords } from './coverage';
import type { ArchivedHourAt } from './coverageStore';
import type { PastCity } from './historyReader';
import {
  type CityState,
  readCityFromChanges,
  readDescriptionsAt,
  readLastLookAt,
} from './pastCityStore';
import { gapsWithin, type Tiers } from './tiers';

const HOUR_S = 3_600;

/**
 * The city at an instant: by the change log where it reaches, else by the last hour of the archive,
 * else as it was last known before.
 */
export async function readPastCity(tiers: Tiers, at: Date): Promise<PastCity | null> {
  const atS = at.getTime() / 1_000;
  const coverage = await tiers.coverage.read();
  const record = logRecords(coverage, tiers.nowAt()).findLast(({ fromAt }) => fromAt <= atS);
  if (record && (record.isOwn || atS < record.toAt))
    return fromRecord(tiers, coverage, record, at, at);
  const hour = await tiers.coverage.readHourBefore(atS);
  if (hour && (!record || hour.hourAt >= record.toAt)) return fromHour(tiers, hour, at);
  return record ? fromRecord(tiers, coverage, record, at, new Date(record.toAt * 1_000)) : null;
}

/** @param heldAt the instant of the record that is shown: before `at` where the record ended */
async function fromRecord(
  tiers: Tiers,
  coverage: Coverage,
  record: LogRecord,
  at: Date,
  heldAt: Date,
): Promise<PastCity> {
  const { db, systemId } = tiers;
  const { fromAt, isOwn } = record;
  const isOver = heldAt < at;
  const [city, fetchedAt, isInGap] = await Promise.all([
    readCityFromChanges(db, systemId, { at: heldAt, fromAt, isOwn }),
    readLastLookAt(db, systemId, heldAt, !isOwn),
    isOver || isUnobservedAt(tiers, at, !isOwn),
  ]);
  if (isOwn && isCutOff(coverage)) await fillFromHour(tiers, city, at);
  return {
    at: at.getTime() / 1_000,
    tier: 'changes',
    fetchedAt,
    isUnobserved: isOver || isInGap,
    ...city,
  };
}

async function fromHour(tiers: Tiers, hour: ArchivedHourAt, at: Date): Promise<PastCity> {
  const atS = at.getTime() / 1_000;
  const [state, isInGap] = await Promise.all([
    tiers.hours.readHour(hour),
    isUnobservedAt(tiers, at, false),
  ]);
  const ids = state.stations.map(({ stationId }) => stationId);
  const described = await readDescriptionsAt(tiers.db, tiers.systemId, at, ids);
  return {
    at: atS,
    tier: 'hours',
    fetchedAt: state.snapshotFetchedAt && state.snapshotFetchedAt.getTime() / 1_000,
    isUnobserved: isInGap || atS - hour.hourAt >= HOUR_S,
    ...cityOfHour(state, described),
  };
}

async function isUnobservedAt(tiers: Tiers, at: Date, isImport: boolean): Promise<boolean> {
  const atS = at.getTime() / 1_000;
  // A gap is what lies between two looks: a span of no length within it is cut to nothing.
  const gaps = await gapsWithin(tiers, [{ fromAt: atS, toAt: atS + 0.001 }], isImport);
  return gaps.length > 0;
}

/** Whether months of the own record were dropped: of some stations the log then begins late. */
function isCutOff({ oldestHourAt, ownFromAt }: Coverage): boolean {
  return oldestHourAt !== null && ownFromAt !== null && oldestHourAt < ownFromAt;
}

/** A station without a row up to the instant has not changed since any hour before it. */
async function fillFromHour(tiers: Tiers, { stations, status }: CityState, at: Date) {
  if (!status.numBikesAvailable.includes(null)) return;
  const hour = await tiers.coverage.readHourBefore(at.getTime() / 1_000);
  if (!hour) return;
  const state = await tiers.hours.readHour(hour);
  const byId = new Map(state.stations.map((station) => [station.stationId, station]));
  for (const [i, id] of stations.stationId.entries()) {
    const known = byId.get(id);
    if (status.numBikesAvailable[i] === null && known) setStatus(status, i, known);
  }
}

function cityOfHour(state: HourState, described: StationColumns): CityState {
  const byId = new Map(state.stations.map((station) => [station.stationId, station]));
  const status: StatusColumns = {
    numBikesAvailable: [],
    numMechanicalAvailable: [],
    numEbikesAvailable: [],
    numDocksAvailable: [],
    flags: [],
    lastReportedAt: [],
    phantomBikes: [],
  };
  for (const [i, id] of described.stationId.entries()) {
    setStatus(status, i, byId.get(id)!);
    status.phantomBikes[i] = 0;
  }
  const capacity = described.stationId.map((id) => byId.get(id)!.capacity);
  return { stations: { ...described, capacity }, status };
}

function setStatus(status: StatusColumns, i: number, station: ArchivedStation): void {
  const { isInstalled, isRenting, isReturning, lastReportedAt } = station;
  status.numBikesAvailable[i] = station.numBikesAvailable;
  status.numMechanicalAvailable[i] = station.numMechanicalAvailable;
  status.numEbikesAvailable[i] = station.numEbikesAvailable;
  status.numDocksAvailable[i] = station.numDocksAvailable;
  status.flags[i] = Number(isInstalled) + 2 * Number(isRenting) + 4 * Number(isReturning);
  status.lastReportedAt[i] = lastReportedAt && Math.floor(lastReportedAt.getTime() / 1_000);
}

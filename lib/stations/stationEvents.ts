import { distanceM } from '@/lib/geo/position';
import type { StationInformation } from './station';

/** A station as stored, in service or removed. */
export interface KnownStation extends StationInformation {
  isRemoved: boolean;
}

export type StationEventKind =
  | 'added'
  | 'moved'
  | 'renamed'
  | 'resized'
  | 'recoded'
  | 'removed'
  | 'restored';

export interface StationEvent {
  stationId: string;
  kind: StationEventKind;
  before: Partial<StationInformation> | null;
  after: Partial<StationInformation> | null;
}

/**
 * Feeds round coordinates now one way, now another; the fifth decimal is about a metre. Under this
 * distance nothing moved, and the stored position stays, so that rounding cannot creep either.
 */
export const MOVE_THRESHOLD_M = 5;

/** What one station_information changes in what is known. */
export interface StationChanges {
  events: StationEvent[];
  /** Every station of the feed as it is to be stored: gaps filled from what was known. */
  merged: StationInformation[];
}

/**
 * Compares a feed's stations with the known ones. A null capacity or code says nothing and keeps
 * what was known: the feed has nulled or zeroed them for every station at once, for weeks.
 * Events come in the order of the feed, removals last.
 */
export function compareStations(
  known: ReadonlyMap<string, KnownStation>,
  feed: readonly StationInformation[],
): StationChanges {
  const events: StationEvent[] = [];
  const merged: StationInformation[] = [];
  const seen = new Set<string>();
  for (const station of feed) {
    seen.add(station.stationId);
    const before = known.get(station.stationId);
    const after = before ? merge(before, station) : station;
    merged.push(after);
    events.push(...(before ? eventsOf(before, after) : [added(after)]));
  }
  for (const station of known.values())
    if (!station.isRemoved && !seen.has(station.stationId)) events.push(removed(station));
  return { events, merged };
}

function merge(before: KnownStation, feed: StationInformation): StationInformation {
  const { lat, lon } = distanceM(before, feed) > MOVE_THRESHOLD_M ? feed : before;
  return {
    stationId: feed.stationId,
    stationCode: feed.stationCode ?? before.stationCode,
    name: feed.name,
    lat,
    lon,
    capacity: feed.capacity ?? before.capacity,
  };
}

function eventsOf(before: KnownStation, after: StationInformation): StationEvent[] {
  const { stationId } = after;
  const events: StationEvent[] = [];
  const add = (kind: StationEventKind, keys: (keyof StationInformation)[]) =>
    events.push({ stationId, kind, before: pick(before, keys), after: pick(after, keys) });
  if (before.isRemoved) events.push({ stationId, kind: 'restored', before: null, after });
  if (before.lat !== after.lat || before.lon !== after.lon) add('moved', ['lat', 'lon']);
  if (before.name !== after.name) add('renamed', ['name']);
  if (before.capacity !== after.capacity) add('resized', ['capacity']);
  if (before.stationCode !== after.stationCode) add('recoded', ['stationCode']);
  return events;
}

function added(after: StationInformation): StationEvent {
  return { stationId: after.stationId, kind: 'added', before: null, after };
}

function removed({ isRemoved: _, ...before }: KnownStation): StationEvent {
  return { stationId: before.stationId, kind: 'removed', before, after: null };
}

function pick(
  station: StationInformation,
  keys: (keyof StationInformation)[],
): Partial<StationInformation> {
  return Object.fromEntries(keys.map((key) => [key, station[key]]));
}

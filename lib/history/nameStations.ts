import type { StationInformation } from '@/lib/stations/station';
import {
  compareStations,
  type KnownStation,
  type StationEvent,
} from '@/lib/stations/stationEvents';
import type { NamedStation, RecordedCapacity } from './recordingStage';

/** A station as the file beside a recording describes it; what the file leaves out is null. */
export interface DescribedStation {
  stationId: string | null;
  stationCode: string | null;
  name: string;
  lat: number;
  lon: number;
  capacity: number | null;
}

/** Which stations a recording speaks of. */
export interface StationNames {
  named: NamedStation[];
  /** Those that nothing here knows, as the file describes them: by stationId. */
  created: Map<string, StationInformation>;
  /** By stationId, of those known here that the file describes: as they were then. */
  described: Map<string, DescribedStation>;
  /** The recording's words that neither this system nor the file knows. */
  unknown: string[];
}

/**
 * Finds out which station each word of a recording means: one of this system, by its id or by its
 * painted code (one in service before one that is gone), else one that the file describes. Such a
 * one keeps its id where the file has it, else goes by its code.
 */
export function nameStations(
  words: readonly string[],
  known: ReadonlyMap<string, KnownStation>,
  descriptions: readonly DescribedStation[],
): StationNames {
  const byCode = new Map<string, KnownStation>();
  for (const station of known.values())
    if (station.stationCode !== null && (!byCode.has(station.stationCode) || !station.isRemoved))
      byCode.set(station.stationCode, station);
  const describedAs = new Map<string, DescribedStation>();
  for (const described of descriptions)
    for (const word of [described.stationCode, described.stationId])
      if (word !== null) describedAs.set(word, described);

  const names: StationNames = {
    named: [],
    created: new Map(),
    described: new Map(),
    unknown: [],
  };
  for (const word of words) {
    const described = describedAs.get(word);
    const station =
      known.get(word) ??
      byCode.get(word) ??
      (described?.stationId ? known.get(described.stationId) : undefined);
    const stationId = station?.stationId ?? described?.stationId ?? word;
    if (!station && !described) names.unknown.push(word);
    else {
      const capacity = described?.capacity ?? station?.capacity ?? null;
      names.named.push({ station: word, stationId, capacity });
    }
    if (station && described) names.described.set(stationId, described);
    if (!station && described) names.created.set(stationId, { ...described, stationId });
  }
  return names;
}

/**
 * What happened to stations between a recording and their first description here: they moved, were
 * renamed or got other docks. Nobody knows when; it became known with that first description.
 *
 * @param capacities what the recording itself says: its last word counts before the file's
 */
export function eventsSince(
  { named, described }: Pick<StationNames, 'named' | 'described'>,
  known: ReadonlyMap<string, KnownStation>,
  capacities: readonly RecordedCapacity[],
): StationEvent[] {
  const lastCapacity = new Map(capacities.map(({ stationId, capacity }) => [stationId, capacity]));
  const then = new Map<string, KnownStation>();
  const today: StationInformation[] = [];
  for (const { stationId } of named) {
    const station = known.get(stationId);
    if (!station) continue;
    const { isRemoved: _, ...now } = station;
    const { name, lat, lon, capacity } = described.get(stationId) ?? now;
    const held = lastCapacity.get(stationId) ?? capacity;
    then.set(stationId, { ...now, name, lat, lon, capacity: held, isRemoved: false });
    today.push(now);
  }
  return compareStations(then, today).events;
}

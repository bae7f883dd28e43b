import { z } from 'zod';
import type { StationInformation } from '@/lib/stations/station';
import { codeAnomalies } from './anomalies';
import { openEnvelope } from './envelope';
import { isCount, type RawEntry, readId, readLocalizedText, readPosition } from './fields';
import { informationOf } from './informationOf';
import { type Mapped, refused, type SkipReason } from './mapped';

const dataSchema = z.looseObject({ stations: z.array(z.unknown()) });

export interface StationsContext {
  fetchedAt: Date;
  /** Above this share of bad stations, 0..1, the answer is refused. */
  maxBadShare: number;
}

/** Maps station_information of any GBFS version, or Vélib's. */
export function mapStations(
  json: unknown,
  { fetchedAt, maxBadShare }: StationsContext,
): Mapped<StationInformation[]> {
  const envelope = openEnvelope(json, dataSchema, fetchedAt);
  if (!envelope) return refused('badEnvelope', 'The information file has no list of stations');
  const list = envelope.data.stations;
  return informationOf(list, mapStation, {
    maxBadShare,
    lastUpdatedAt: envelope.lastUpdatedAt,
    ttlS: envelope.ttlS,
    anomalies: codeAnomalies(list, 'stationCode'),
  });
}

function mapStation(raw: RawEntry): StationInformation | SkipReason {
  const stationId = readId(raw.station_id);
  if (stationId === null) return 'badId';
  const name = readLocalizedText(raw.name);
  if (name === null) return 'badName';
  const position = readPosition(raw.lat, raw.lon);
  if (position === null) return 'badPosition';
  return {
    stationId,
    stationCode: readLocalizedText(raw.stationCode) ?? readLocalizedText(raw.short_name),
    name,
    ...position,
    capacity: readCapacity(raw.capacity),
  };
}

/**
 * Docks, null where the feed does not say or says nonsense: the last known number then stays,
 * where skipping the station would make it look removed.
 */
export function readCapacity(value: unknown): number | null {
  return isCount(value) ? value : null;
}

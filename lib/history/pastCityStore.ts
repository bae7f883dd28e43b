import type { Database } from '@/lib/db/database';
import type { StationColumns, StatusColumns } from '@/lib/stations/cityColumns';
import { CITY_FROM_CHANGES_SQL, DESCRIBED_AT_SQL, LAST_LOOK_SQL } from './pastCitySql';

/** A city in columns, whose index they share. */
export interface CityState {
  stations: StationColumns;
  status: StatusColumns;
}

/**
 * The city as the change log tells it. phantomBikes are not kept: 0.
 *
 * @param fromAt epoch seconds: nothing is taken from before, where the stretch begins
 * @param isOwn whether it is the own record, not an import
 */
export async function readCityFromChanges(
  db: Database,
  systemId: string,
  { at, fromAt, isOwn }: { at: Date; fromAt: number; isOwn: boolean },
): Promise<CityState> {
  const { rows } = await db.query<CityState>({
    name: 'read-city-from-changes',
    text: CITY_FROM_CHANGES_SQL,
    values: [systemId, at, new Date(fromAt * 1_000), isOwn],
  });
  return rows[0]!;
}

/** Stations as they were described at an instant, by stationId; what nobody described is left out. */
export async function readDescriptionsAt(
  db: Database,
  systemId: string,
  at: Date,
  stationIds: readonly string[],
): Promise<StationColumns> {
  const { rows } = await db.query<{ stations: StationColumns }>(DESCRIBED_AT_SQL, [
    systemId,
    at,
    stationIds,
  ]);
  return rows[0]!.stations;
}

/** When the last look at or before an instant ended, epoch seconds; null: no record is left. */
export async function readLastLookAt(
  db: Database,
  systemId: string,
  at: Date,
  isImport: boolean,
): Promise<number | null> {
  const { rows } = await db.query<{ at: number }>(LAST_LOOK_SQL, [systemId, at, isImport]);
  return rows[0]?.at ?? null;
}

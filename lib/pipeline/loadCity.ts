import type { Database } from '@/lib/db/database';
import type { Settings } from '@/lib/settings/settings';
import { readSettings, type VersionedSettings } from '@/lib/settings/settingsStore';
import type { ThresholdWindow } from '@/lib/settings/thresholdWindow';
import { windowAt } from '@/lib/settings/windowAt';
import type { CityMarker } from '@/lib/stations/cityColumns';
import { type JoinedCity, joinStations } from '@/lib/stations/joinStations';
import type { Clock } from '@/lib/units/clock';
import { localTimeOf } from '@/lib/units/localTime';
import { type AssessedCity, assessLoadedCity, describeCity, type LoadedCity } from './assessedCity';

export interface CityLoader {
  /**
   * Joins on every call (see joinStations) and judges the columns when they, or the time window in
   * force, are new.
   *
   * @returns null while no job has ever run for this system
   */
  load(): Promise<LoadedCity | null>;
}

/**
 * Deficits are a pure function of the join, the settings and the time window in force, so what is
 * kept between calls is keyed by the marker that the join itself returns, and the window: it can
 * never be older than the newest snapshot, nor judged by a window that is over.
 */
export function createCityLoader(db: Database, systemId: string, clock: Clock): CityLoader {
  let held: AssessedCity | null = null;

  return {
    async load() {
      const known = held;
      const joined = await joinStations(
        db,
        systemId,
        known && { ...known.base, marker: known.marker },
      );
      if (!joined) return null;
      const city = columnsOf(joined, known);
      const settings = await settingsInForce(db, systemId, joined.marker, known);
      const window = windowInForce(settings.settings, city.timezone, clock());
      const windowId = window?.windowId ?? null;
      if (known && joined.columns === null && known.marker.windowId === windowId)
        return describeCity(known, joined.freshness);

      const assessed = assessLoadedCity(city, settings, window, known);
      if (!held || !isNewer(held.marker, assessed.marker)) held = assessed;
      return describeCity(assessed, joined.freshness);
    },
  };
}

/** The window of these settings in which the city is at an instant; null outside of all. */
export function windowInForce(
  { windows }: Pick<Settings, 'windows'>,
  timeZone: string,
  at: Date,
): ThresholdWindow | null {
  return windows.length === 0 ? null : windowAt(windows, localTimeOf(at, timeZone));
}

function columnsOf({ columns, marker, freshness }: JoinedCity, known: AssessedCity | null) {
  if (columns) return { ...columns, marker, freshness };
  if (!known) throw new Error('The join left out columns that nobody holds');
  return { ...known.city, freshness };
}

/** Most snapshots change no threshold: those of the same version need not be read again. */
async function settingsInForce(
  db: Database,
  systemId: string,
  marker: CityMarker,
  known: AssessedCity | null,
): Promise<VersionedSettings> {
  const isKnown = known?.marker.settingsVersion === marker.settingsVersion;
  return isKnown && known ? known.settings : readSettings(db, systemId);
}

function isNewer(a: CityMarker, b: CityMarker): boolean {
  return a.statusVersion > b.statusVersion;
}

import type { Database } from '@/lib/db/database';
import { assessCity } from '@/lib/deficit/assessCity';
import { buildNeighbours, type CityNeighbours } from '@/lib/deficit/neighbours';
import type { Thresholds } from '@/lib/settings/settings';
import { readSettings } from '@/lib/settings/settingsStore';
import type { CityColumns, CityFreshness, CityMarker } from '@/lib/stations/cityColumns';
import { joinStations } from '@/lib/stations/joinStations';
import type { CityBase, CityFrame, CityView } from './cityView';
import { packText } from './packText';

/** A loaded city, with its JSON made once a marker and shared by all who ask for that marker. */
export interface LoadedCity {
  view: CityView;
  /** The frame as JSON text: one pushed event. */
  frameJson(): string;
  /** Base and frame as JSON text. */
  viewJson(): string;
  /** All but the freshness, packed (see packText): what the map page hands to the browser. */
  packedJson(): Promise<string>;
}

export interface CityLoader {
  /**
   * Joins on every call (see joinStations) and judges the columns when they are new.
   *
   * @returns null while no job has ever run for this system
   */
  load(): Promise<LoadedCity | null>;
}

interface Assessed {
  marker: CityMarker;
  base: CityBase;
  rest: Omit<CityFrame, 'freshness'>;
  neighbours: CityNeighbours;
  baseJson: string;
  /** The frame's JSON but for its freshness, without the opening brace. */
  restJson: string;
  /** Made when the first page asks. */
  packedJson: Promise<string> | null;
}

/**
 * Deficits are a pure function of the join and the thresholds, so what is kept between calls is
 * keyed by the marker that the join itself returns: it can never be older than the newest snapshot.
 */
export function createCityLoader(db: Database, systemId: string): CityLoader {
  let held: Assessed | null = null;

  return {
    async load() {
      const known = held;
      const joined = await joinStations(
        db,
        systemId,
        known && { ...known.base, marker: known.marker },
      );
      if (!joined) return null;
      if (joined.columns === null && known) return describe(known, joined.freshness);

      const { version, thresholds } = await thresholdsInForce(db, systemId, joined.marker, known);
      const marker = { ...joined.marker, settingsVersion: version };
      const columns = { ...joined.columns!, marker, freshness: joined.freshness };
      const assessed = assess(columns, thresholds, reusable(known, marker));
      if (!held || !isNewer(held.marker, marker)) held = assessed;
      return describe(assessed, joined.freshness);
    },
  };
}

/** Most snapshots change no threshold: those of the same version need not be read again. */
async function thresholdsInForce(
  db: Database,
  systemId: string,
  marker: CityMarker,
  known: Assessed | null,
): Promise<{ version: number; thresholds: Thresholds }> {
  if (known && known.marker.settingsVersion === marker.settingsVersion)
    return { version: marker.settingsVersion, thresholds: known.rest.thresholds };
  const { version, settings } = await readSettings(db, systemId);
  const { retentionDays: _, ...thresholds } = settings;
  return { version, thresholds };
}

function assess(
  city: CityColumns,
  thresholds: Thresholds,
  neighbours: CityNeighbours | null,
): Assessed {
  const { systemId, systemName, timezone, simulation, stations, districts } = city;
  const base: CityBase = { systemId, systemName, timezone, simulation, stations, districts };
  const graph = neighbours ?? buildNeighbours(stations);
  const rest = {
    marker: city.marker,
    thresholds,
    status: city.status,
    assessment: assessCity(city, thresholds, graph),
    vehicles: city.vehicles,
    orphans: city.orphanIds.length,
  };
  return {
    marker: city.marker,
    base,
    rest,
    neighbours: graph,
    baseJson: JSON.stringify(base),
    restJson: JSON.stringify(rest).slice(1),
    packedJson: null,
  };
}

/** Neighbours depend on the stations alone. */
function reusable(known: Assessed | null, marker: CityMarker): CityNeighbours | null {
  return known && known.marker.stationsVersion === marker.stationsVersion ? known.neighbours : null;
}

function isNewer(a: CityMarker, b: CityMarker): boolean {
  return a.statusVersion > b.statusVersion;
}

function describe(assessed: Assessed, freshness: CityFreshness): LoadedCity {
  const frameJson = () => `{"freshness":${JSON.stringify(freshness)},${assessed.restJson}`;
  return {
    view: { base: assessed.base, frame: { freshness, ...assessed.rest } },
    frameJson,
    viewJson: () => `{"base":${assessed.baseJson},"frame":${frameJson()}}`,
    packedJson() {
      const { baseJson, restJson } = assessed;
      assessed.packedJson ??= packText(`{"base":${baseJson},"frame":{${restJson}}`);
      return assessed.packedJson;
    },
  };
}

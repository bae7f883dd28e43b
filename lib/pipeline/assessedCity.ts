import { assessCity } from '@/lib/deficit/assessCity';
import type { AssessmentColumns } from '@/lib/deficit/assessment';
import { buildNeighbours, type CityNeighbours } from '@/lib/deficit/neighbours';
import type { VersionedSettings } from '@/lib/settings/settingsStore';
import type { Thresholds } from '@/lib/settings/settingValues';
import { stationThresholds, thresholdsInForce } from '@/lib/settings/thresholdsInForce';
import type { ThresholdWindow } from '@/lib/settings/thresholdWindow';
import type { CityColumns, CityFreshness } from '@/lib/stations/cityColumns';
import type { CityBase, CityFrame, CityView, FrameMarker } from './cityView';
import { packText } from './packText';

/** A loaded city, with its JSON made once a marker and shared by all who ask for that marker. */
export interface LoadedCity {
  view: CityView;
  /** The settings it is judged by. */
  settings: VersionedSettings;
  /** The frame as JSON text: one pushed event. */
  frameJson(): string;
  /** Base and frame as JSON text. */
  viewJson(): string;
  /** All but the freshness, packed (see packText): what the map page hands to the browser. */
  packedJson(): Promise<string>;
  /** Judges the same snapshot by other thresholds, of each station; keeps nothing of it. */
  judgeBy(thresholds: readonly Thresholds[]): AssessmentColumns;
}

/** A city with its judgement, as a loader holds it between two calls. */
export interface AssessedCity {
  marker: FrameMarker;
  city: CityColumns;
  settings: VersionedSettings;
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
 * Judges a city by its settings.
 *
 * @param window in force; null outside of all
 * @param known an earlier judgement, whose neighbours are used again where the stations are the same
 */
export function assessLoadedCity(
  city: CityColumns,
  settings: VersionedSettings,
  window: ThresholdWindow | null,
  known: AssessedCity | null,
): AssessedCity {
  const { systemId, systemName, timezone, simulation, stations, districts } = city;
  const base: CityBase = { systemId, systemName, timezone, simulation, stations, districts };
  const neighbours = sameStations(known, city) ? known!.neighbours : buildNeighbours(stations);
  const rules = thresholdsInForce(settings.settings, districts, window);
  const byStation = stationThresholds(rules, stations.districtId);
  const marker: FrameMarker = {
    ...city.marker,
    settingsVersion: settings.version,
    windowId: window?.windowId ?? null,
  };
  const rest = {
    marker,
    thresholds: rules.city.thresholds,
    rules,
    status: city.status,
    assessment: assessCity(city, byStation, neighbours),
    vehicles: city.vehicles,
    orphans: city.orphanIds.length,
  };
  return {
    ...{ marker, city, settings, base, rest, neighbours },
    baseJson: JSON.stringify(base),
    restJson: JSON.stringify(rest).slice(1),
    packedJson: null,
  };
}

/** What callers are given of a judged city, with the freshness of this very call. */
export function describeCity(assessed: AssessedCity, freshness: CityFreshness): LoadedCity {
  const frameJson = () => `{"freshness":${JSON.stringify(freshness)},${assessed.restJson}`;
  return {
    view: { base: assessed.base, frame: { freshness, ...assessed.rest } },
    settings: assessed.settings,
    frameJson,
    viewJson: () => `{"base":${assessed.baseJson},"frame":${frameJson()}}`,
    packedJson() {
      const { baseJson, restJson } = assessed;
      assessed.packedJson ??= packText(`{"base":${baseJson},"frame":{${restJson}}`);
      return assessed.packedJson;
    },
    judgeBy: (thresholds) => assessCity(assessed.city, thresholds, assessed.neighbours),
  };
}

/** Neighbours depend on the stations alone. */
function sameStations(known: AssessedCity | null, city: CityColumns): boolean {
  return known !== null && known.marker.stationsVersion === city.marker.stationsVersion;
}

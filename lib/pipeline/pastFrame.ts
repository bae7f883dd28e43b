import { assessCity } from '@/lib/deficit/assessCity';
import type { CityNeighbours } from '@/lib/deficit/neighbours';
import type { HistoryTier } from '@/lib/history/stationSeries';
import type { Thresholds } from '@/lib/settings/settingValues';
import { stationThresholds } from '@/lib/settings/thresholdsInForce';
import type { CityFreshness, StatusColumns, VehicleColumns } from '@/lib/stations/cityColumns';
import type { CityBase, CityFrame } from './cityView';
import { SILENCE_KEPT_MIN } from './keptSilence';
import type { RulesSpan } from './rulesSpan';

/** A base and what follows from it, known once for all moments on it. */
export interface PastBase {
  baseId: string;
  base: CityBase;
  neighbours: CityNeighbours;
  /** Of the districts that are drawn, which are those of today. */
  stationsVersion: number;
}

/** What stood at a moment of the past, in the order of a base's stations. Epoch seconds. */
export interface PastMoment {
  at: number;
  tier: HistoryTier;
  fetchedAt: number | null;
  isUnobserved: boolean;
  /** By the fetch of then; null: not kept, then the columns' own median stands for it. */
  medianReportedAt: number | null;
  status: StatusColumns;
  rules: RulesSpan;
}

/** Where the fleet stood is not kept. */
const NO_VEHICLES: VehicleColumns = { lat: [], lon: [], kind: [] };

/**
 * Judges a moment of the past as the present is judged, by the rules in force then. Pure, so that
 * server and browser make the same frame of the same moment.
 */
export function pastFrame(
  { base, baseId, neighbours, stationsVersion }: PastBase,
  moment: PastMoment,
): CityFrame {
  const { at, tier, isUnobserved, status } = moment;
  const { rules, settingsVersion, savedAt } = moment.rules;
  const freshness = freshnessOf(moment);
  const vehicles = NO_VEHICLES;
  const city = { stations: base.stations, status, vehicles, freshness };
  const thresholds = believingSilence(stationThresholds(rules, base.stations.districtId));
  return {
    marker: {
      ...{ statusVersion: 0, stationsVersion, vehiclesVersion: 0, settingsVersion },
      windowId: rules.window?.windowId ?? null,
    },
    freshness,
    thresholds: rules.city.thresholds,
    rules,
    status,
    assessment: assessCity(city, thresholds, neighbours),
    vehicles,
    orphans: 0,
    past: { at, tier, isUnobserved, thresholdsSavedAt: savedAt, baseId },
  };
}

/** Stations of a district share their thresholds, before and after. */
function believingSilence(byStation: readonly Thresholds[]): Thresholds[] {
  const changed = new Map<Thresholds, Thresholds>();
  return byStation.map((own) => {
    const known = changed.get(own);
    if (known) return known;
    const staleAfterMin = Math.max(own.staleAfterMin, SILENCE_KEPT_MIN);
    const next = { ...own, staleAfterMin };
    changed.set(own, next);
    return next;
  });
}

/** Of a past moment nothing else is known, and nothing of it ages. */
function freshnessOf({ fetchedAt, medianReportedAt, status }: PastMoment): CityFreshness {
  return {
    fetchedAt,
    checkedAt: fetchedAt,
    lastUpdatedAt: null,
    medianReportedAt: medianReportedAt ?? medianOf(status.lastReportedAt),
    source: null,
    failures: 0,
    reason: null,
    workerBeatAt: null,
    liveFeedSeenAt: null,
    paused: [],
    anomalies: [],
  };
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
}

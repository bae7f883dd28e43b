import { SEVERITIES, type Severity } from '@/lib/deficit/assessment';
import type { CityView, FrameMarker } from '@/lib/pipeline/cityView';
import { defaultSettings } from '@/lib/settings/settings';
import { thresholdsInForce } from '@/lib/settings/thresholdsInForce';
import type { CityDistrict, CityFreshness } from '@/lib/stations/cityColumns';

/** One station of a city for tests; everything has a plain default. */
export interface TestStation {
  id: string;
  name?: string;
  code?: string | null;
  capacity?: number | null;
  lat?: number;
  lon?: number;
  districtId?: string | null;
  severity?: Severity;
  shortage?: number;
  covered?: 0 | 1;
  mechanical?: number | null;
  ebikes?: number | null;
}

export const testMarker: FrameMarker = {
  statusVersion: 1,
  stationsVersion: 1,
  vehiclesVersion: 0,
  settingsVersion: 0,
  windowId: null,
};

/** All is well at second 1,000,000. */
export const testFreshness: CityFreshness = {
  fetchedAt: 1_000_000,
  checkedAt: 1_000_000,
  lastUpdatedAt: 999_960,
  medianReportedAt: 999_900,
  source: 'gbfs',
  failures: 0,
  reason: null,
  workerBeatAt: 1_000_000,
  liveFeedSeenAt: null,
  paused: [],
  anomalies: [],
};

/** A city small enough to check by hand; stations are ranked in the order given. */
export function testCity(
  stations: TestStation[],
  options: { districts?: CityDistrict[]; marker?: Partial<FrameMarker> } = {},
): CityView {
  const rules = thresholdsInForce(defaultSettings, options.districts ?? [], null);
  const column = <T>(read: (station: TestStation) => T): T[] => stations.map(read);
  const bikes = (s: TestStation) => (s.mechanical ?? 0) + (s.ebikes ?? 0);
  return {
    base: {
      systemId: 'test',
      systemName: 'Test city',
      timezone: 'Europe/Paris',
      simulation: null,
      districts: options.districts ?? [],
      stations: {
        stationId: column((s) => s.id),
        stationCode: column((s) => s.code ?? null),
        name: column((s) => s.name ?? s.id),
        lat: column((s) => s.lat ?? 48.85),
        lon: column((s) => s.lon ?? 2.35),
        capacity: column((s) => (s.capacity === undefined ? 20 : s.capacity)),
        districtId: column((s) => s.districtId ?? null),
      },
    },
    frame: {
      marker: { ...testMarker, ...options.marker },
      freshness: testFreshness,
      thresholds: rules.city.thresholds,
      rules,
      status: {
        numBikesAvailable: column(bikes),
        numMechanicalAvailable: column((s) => s.mechanical ?? null),
        numEbikesAvailable: column((s) => s.ebikes ?? null),
        numDocksAvailable: column(() => 10),
        flags: column(() => 7),
        lastReportedAt: column(() => 999_900),
        phantomBikes: column(() => 0),
      },
      assessment: {
        severity: column((s) => SEVERITIES.indexOf(s.severity ?? 'ok')),
        unknownReason: column((s) => (s.severity === 'unknown' ? 4 : null)),
        usableBikes: column((s) => (s.severity === 'unknown' ? null : bikes(s))),
        targetBikes: column((s) => (s.severity === 'unknown' ? null : 4)),
        shortage: column((s) => s.shortage ?? 0),
        uncoveredShortage: column((s) => s.shortage ?? 0),
        covered: column((s) => s.covered ?? 0),
        nearestWithBikes: column(() => null),
        nearestWithBikesM: column(() => null),
        vehiclesNear: column(() => 0),
        rank: stations.map((_, i) => i),
      },
      vehicles: { lat: [], lon: [], kind: [] },
      orphans: 0,
    },
  };
}

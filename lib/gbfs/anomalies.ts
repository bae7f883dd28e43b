import type { Anomaly } from '@/lib/stations/cityColumns';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { HOUR_MS, MINUTE_MS, secondsBetween } from '@/lib/units/clock';
import type { RawEntry } from './fields';
import { isRawEntry } from './fields';
import type { SkipCounts } from './mapped';

const LAGGING_AFTER_S = (10 * MINUTE_MS) / 1000;
const ZOMBIE_AFTER_MS = 24 * HOUR_MS;
/** Fewer stations than this can all be empty or unnamed without it being the feed's fault. */
const MASS_MIN_STATIONS = 20;
const MASS_SHARE = 0.5;

/** What is wrong with a status answer as a whole. */
export function statusAnomalies(
  stations: readonly StationStatus[],
  medianReportedAt: Date | null,
  fetchedAt: Date,
): Anomaly[] {
  if (!medianReportedAt) return [];
  const zombieBefore = medianReportedAt.getTime() - ZOMBIE_AFTER_MS;
  const zombies = stations.filter((s) => (s.lastReportedAt?.getTime() ?? Infinity) < zombieBefore);
  const lagS = Math.round(secondsBetween(medianReportedAt, fetchedAt));
  return [
    ...anomaly('lagging', lagS > LAGGING_AFTER_S ? lagS : 0),
    ...anomaly('zombies', zombies.length),
  ];
}

/** What was left out: duplicates, and everything broken. */
export function skipAnomalies(skipped: SkipCounts): Anomaly[] {
  const { duplicate = 0, docked: _docked, ...broken } = skipped;
  const count = Object.values(broken).reduce((sum, n) => sum + n, 0);
  return [...anomaly('duplicates', duplicate), ...anomaly('skipped', count)];
}

/**
 * Recognises the loss of every station's code. Feeds that have no such field are not concerned.
 *
 * @param field what the dialect calls the code
 */
export function codeAnomalies(list: readonly unknown[], field: string): Anomaly[] {
  const withField = list.filter((raw): raw is RawEntry => isRawEntry(raw) && field in raw);
  const withoutCode = withField.filter((raw) => raw[field] === null || raw[field] === '');
  return anomaly(
    'massNullCode',
    isMass(withoutCode.length, withField.length) ? withoutCode.length : 0,
  );
}

/**
 * Takes a mass reset of capacities to 0 out: those become null, which keeps the last known ones.
 * A few zeros are believed.
 */
export function withoutMassZeroCapacity(stations: readonly StationInformation[]): {
  stations: StationInformation[];
  anomalies: Anomaly[];
} {
  const zeros = stations.filter((s) => s.capacity === 0).length;
  if (!isMass(zeros, stations.length)) return { stations: [...stations], anomalies: [] };
  return {
    stations: stations.map((s) => (s.capacity === 0 ? { ...s, capacity: null } : s)),
    anomalies: anomaly('massZeroCapacity', zeros),
  };
}

function isMass(part: number, whole: number): boolean {
  return whole >= MASS_MIN_STATIONS && part / whole > MASS_SHARE;
}

function anomaly(kind: Anomaly['kind'], count: number): Anomaly[] {
  return count > 0 ? [{ kind, count }] : [];
}

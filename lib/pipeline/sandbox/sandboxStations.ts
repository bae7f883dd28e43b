import type { JudgedTimeline } from './judgedTimeline';
import type { SandboxDistrict, SandboxStation } from './sandboxResult';
import type { Pair } from './sandboxTimeline';

const MINUTE_S = 60;

/** How a station is called, and the district people know it by. */
export interface StationPlace {
  name: string;
  districtId: string | null;
}

/** Stations at which anything happened, where the two settings differ most first. */
export function sandboxStations(
  stations: readonly JudgedTimeline[],
  placeOf: (stationId: string) => StationPlace,
): SandboxStation[] {
  return stations
    .map((one): SandboxStation => {
      const { stationId, alerts, runs, runOutcomes } = one;
      return {
        stationId,
        ...placeOf(stationId),
        alerts: pair(alerts, (own) => own.filter(({ wasOpen }) => !wasOpen).length),
        shortMin: pair(alerts, (own) =>
          Math.round(sum(own.map(({ shortS }) => shortS)) / MINUTE_S),
        ),
        runs: runs.length,
        announced: pair(runOutcomes, (own) => own.filter((how) => how === 'announced').length),
      };
    })
    .filter(({ shortMin, runs }) => shortMin[0] + shortMin[1] + runs > 0)
    .sort(
      (a, b) =>
        difference(b.shortMin) - difference(a.shortMin) ||
        difference(b.alerts) - difference(a.alerts) ||
        b.shortMin[1] - a.shortMin[1] ||
        (a.stationId < b.stationId ? -1 : 1),
    );
}

/** The same by district, the most alerts by the draft first. */
export function sandboxDistricts(stations: readonly SandboxStation[]): SandboxDistrict[] {
  const byDistrict = new Map<string | null, SandboxDistrict>();
  for (const { districtId, alerts, shortMin, runs, announced } of stations) {
    const known = byDistrict.get(districtId);
    byDistrict.set(districtId, {
      districtId,
      alerts: added(known?.alerts, alerts),
      shortMin: added(known?.shortMin, shortMin),
      runs: (known?.runs ?? 0) + runs,
      announced: added(known?.announced, announced),
    });
  }
  return [...byDistrict.values()].sort(
    (a, b) =>
      b.alerts[1] - a.alerts[1] || b.alerts[0] - a.alerts[0] || b.shortMin[1] - a.shortMin[1],
  );
}

function pair<Value>([a, b]: Pair<Value>, count: (one: Value) => number): Pair<number> {
  return [count(a), count(b)];
}

function added(a: Pair<number> = [0, 0], b: Pair<number>): Pair<number> {
  return [a[0] + b[0], a[1] + b[1]];
}

function difference([inForce, draft]: Pair<number>): number {
  return Math.abs(draft - inForce);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

import { nearestOf } from '@/lib/deficit/neighbours';
import type { Position } from '@/lib/geo/position';
import { buildSpatialIndex } from '@/lib/geo/spatialIndex';
import { dayKindOf } from '@/lib/history/dayKindOf';
import { DAY_KINDS } from '@/lib/history/daySummary';
import type { RateStore } from '@/lib/history/rateStore';
import { ratesOfKind } from '@/lib/history/ratesOfKind';
import { type RateSums, sumCountedDays } from '@/lib/history/sumCountedDays';
import type { Clock } from '@/lib/units/clock';

/** Days that the rates rest on: eight weeks, short enough to follow the season. */
export const RATE_DAYS = 56;
/** Stations whose days are read at a time: 1,400 rows of them, some 2 MB. */
const STATIONS_AT_A_TIME = 25;
/** Whose profile stands in where a station has seen little. */
const NEIGHBOURS = 8;

/** While fewer days than these are over, the running one counts for much: rates follow it. */
const FEW_DAYS = 7;

export interface RateDeps {
  store: RateStore;
  timeZone: string;
  clock: Clock;
  /** Aborted: nothing is estimated; the next call does. */
  signal?: AbortSignal;
}

/**
 * Estimates the rates anew where a day that is over was summarised since, or few days are known.
 *
 * @returns rows of rates; null where they are left as they are
 */
export async function refreshRatesWhenDue(deps: RateDeps): Promise<number | null> {
  if (deps.signal?.aborted) return null;
  const { closedDays, isOutdated } = await deps.store.readState();
  return isOutdated || closedDays < FEW_DAYS ? refreshRates(deps) : null;
}

/**
 * Estimates all rates anew from the newest day rows.
 *
 * @returns rows of rates: one a station and kind of day
 */
export async function refreshRates({ store, timeZone, clock }: RateDeps): Promise<number> {
  const dates = await store.readDates(RATE_DAYS);
  const kinds = new Map(dates.map((date) => [date, dayKindOf(date, timeZone)]));
  const places = await store.readPlaces();
  const sums: RateSums[] = [];
  for (let from = 0; from < places.length; from += STATIONS_AT_A_TIME) {
    const some = places.slice(from, from + STATIONS_AT_A_TIME);
    const ids = some.map(({ stationId }) => stationId);
    const days = await store.readDays(ids, dates);
    sums.push(...sumCountedDays(days, (localDate) => kinds.get(localDate)!));
  }
  let stored = 0;
  for (const kind of DAY_KINDS) {
    const byId = new Map(
      sums.filter(({ dayKind }) => dayKind === kind).map((sum) => [sum.stationId, sum]),
    );
    const counted = places.filter(({ stationId }) => byId.has(stationId));
    const rates = ratesOfKind(
      counted.map(({ stationId }) => byId.get(stationId)!),
      neighboursOf(counted),
    );
    await store.storeRates(rates, clock());
    stored += rates.length;
  }
  return stored;
}

/** Each station's nearest others; fewer where few stand within two kilometres. */
function neighboursOf(places: readonly Position[]): number[][] {
  const spatial = buildSpatialIndex(places);
  return places.map((place, i) =>
    nearestOf(spatial, place, NEIGHBOURS + 1)
      .map(({ index }) => index)
      .filter((index) => index !== i)
      .slice(0, NEIGHBOURS),
  );
}

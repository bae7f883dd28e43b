import type { Anomaly, CityFreshness } from '@/lib/stations/cityColumns';
import type { Simulation } from '@/lib/stations/station';
import { freshnessFacts, SILENT_AFTER_S } from './freshnessFacts';

/** A lost connection is told of only after this long: most heal by themselves at once. */
const LOST_AFTER_S = 5;
/** The live feed "answers again" while it was seen to answer within this time. */
const LIVE_FEED_SEEN_WITHIN_S = 300;

/** Faults of the whole feed: whoever decides by the map must know. */
const GRAVE_ANOMALIES: ReadonlySet<Anomaly['kind']> = new Set([
  'massZeroCapacity',
  'massNullCode',
  'lagging',
  'wentBack',
]);

/** The jobs without which something on the map grows old. */
const FETCHES = ['fetch-availability', 'fetch-vehicles', 'fetch-stations'] as const;
type PausedFetch = (typeof FETCHES)[number];

/** One thing the person must know, as data: words are made from it elsewhere. */
export type BannerDecision =
  | { code: 'simulated'; simulation: NonNullable<Simulation>; liveFeedAnswers: boolean }
  | { code: 'signedOut' }
  | { code: 'connectionLost'; forS: number }
  /** Nothing can be reached; shown is what this machine kept. `sinceS`: of its last valid answer. */
  | { code: 'remembered'; sinceS: number | null }
  | { code: 'noData'; reason: string | null }
  | { code: 'workerSilent'; forS: number | null }
  | { code: 'feedDown'; failures: number; reason: string | null; dataAgeS: number | null }
  /** `sinceS`: epoch seconds of the last valid answer. */
  | { code: 'stale'; ageS: number; sinceS: number }
  | { code: 'fallbackSource' }
  /** A person stopped what brings the map's data; `sinceS`: epoch seconds. */
  | { code: 'paused'; job: PausedFetch; sinceS: number }
  | { code: 'anomaly'; anomaly: Anomaly };

export interface Situation {
  freshness: CityFreshness;
  simulation: Simulation;
  /** The server's present, epoch seconds. */
  nowS: number;
  /** Epoch seconds since when no pushed event could arrive; null while connected. */
  disconnectedSinceS: number | null;
  isSignedOut: boolean;
  /** The page came from this machine's memory and nothing has answered since. */
  isRemembered: boolean;
}

/**
 * Which banners stand above the map, gravest first after the simulation's own.
 *
 * While the connection is lost the page cannot know how worker and feed are, so it does not
 * accuse them: only the age of what it shows remains true.
 */
export function decideBanners(situation: Situation): BannerDecision[] {
  const { freshness, simulation, nowS } = situation;
  const banners: BannerDecision[] = [];
  if (simulation !== null) {
    const seenAt = freshness.liveFeedSeenAt;
    const liveFeedAnswers = seenAt !== null && nowS - seenAt <= LIVE_FEED_SEEN_WITHIN_S;
    banners.push({ code: 'simulated', simulation, liveFeedAnswers });
  }
  const lostForS =
    situation.disconnectedSinceS === null ? 0 : Math.max(0, nowS - situation.disconnectedSinceS);
  if (situation.isSignedOut) banners.push({ code: 'signedOut' });
  else if (situation.isRemembered) {
    return [...banners, { code: 'remembered', sinceS: freshness.checkedAt }];
  } else if (lostForS > LOST_AFTER_S) banners.push({ code: 'connectionLost', forS: lostForS });
  else banners.push(...sourceBanners(freshness, nowS));

  const { updatedAgeS, isStale } = freshnessFacts(freshness, nowS);
  // A feed that is down already says the age of the data.
  if (isStale && !banners.some((banner) => banner.code === 'feedDown')) {
    banners.push({ code: 'stale', ageS: updatedAgeS!, sinceS: freshness.checkedAt! });
  }
  for (const anomaly of freshness.anomalies) {
    if (GRAVE_ANOMALIES.has(anomaly.kind)) banners.push({ code: 'anomaly', anomaly });
  }
  return banners;
}

/** Oddities every feed has at all times, such as stations that died years ago: told, not shouted. */
export function quietAnomalies(freshness: CityFreshness): Anomaly[] {
  return freshness.anomalies.filter(({ kind }) => !GRAVE_ANOMALIES.has(kind));
}

function sourceBanners(freshness: CityFreshness, nowS: number): BannerDecision[] {
  const { workerBeatAt, failures, reason, fetchedAt, source } = freshness;
  const banners: BannerDecision[] = [];
  const silentForS = workerBeatAt === null ? null : nowS - workerBeatAt;
  if (fetchedAt === null) banners.push({ code: 'noData', reason });
  if (silentForS === null || silentForS > SILENT_AFTER_S) {
    banners.push({ code: 'workerSilent', forS: silentForS });
  } else if (failures > 0 && fetchedAt !== null) {
    const { updatedAgeS } = freshnessFacts(freshness, nowS);
    banners.push({ code: 'feedDown', failures, reason, dataAgeS: updatedAgeS });
  } else if (source === 'opendata') {
    banners.push({ code: 'fallbackSource' });
  }
  for (const { job, sinceAt } of freshness.paused) {
    const fetch = FETCHES.find((name) => name === job);
    if (fetch) banners.push({ code: 'paused', job: fetch, sinceS: sinceAt });
  }
  return banners;
}

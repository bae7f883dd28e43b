import { isDatabaseAway } from '@/lib/errors/databaseErrors';
import { describeError } from '@/lib/errors/describeError';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { FeedFetch } from '@/lib/gbfs/feedFetch';
import type { Log } from '@/lib/log/log';
import type { IngestState, IngestStore } from '@/lib/stations/ingestStore';
import type { StatusSnapshot } from '@/lib/stations/snapshot';
import { type Clock, MINUTE_MS } from '@/lib/units/clock';
import { drainSpool } from './drainSpool';
import type { Spool, SpooledFetch } from './spoolStore';
import { type StoredFetch, storeFetch } from './storeFetch';

export interface AvailabilityDeps {
  feed: Pick<FeedClient, 'fetchStatus' | 'forgetValidators'>;
  /** Runs with the store while no other worker ingests this system (see withSessionLock). */
  exclusively<T>(use: (store: IngestStore) => Promise<T>): Promise<T>;
  readStationIdByCode(): Promise<Map<string, string>>;
  /** Names the city before its first numbers are shown. */
  ingestSystem(): Promise<void>;
  spool: Spool;
  clock: Clock;
  log: Log;
}

export interface AvailabilityOptions {
  /** Asks the feed even while its back-off lasts. */
  force: boolean;
  /** Does nothing when anybody began a fetch at or after this instant. */
  unlessStartedSince: Date | null;
}

export type AvailabilityResult =
  | (StoredFetch & { drained: number; needsStations: boolean })
  /** Postgres is away: kept on disk, stored before anything newer. */
  | { outcome: 'spooled' }
  /** Nothing was asked of the feed, and why. */
  | { outcome: 'skipped'; why: 'busy' | 'backingOff' | 'fresh' };

/** How often status may ask for a new station_information, when it names unknown stations. */
const STATIONS_AGAIN_MS = 15 * MINUTE_MS;
/** An empty city asks more often. */
const FIRST_STATIONS_AGAIN_MS = MINUTE_MS;

/**
 * The minute's work: drain what waits, fetch the status of all stations, store it. Safe to run
 * twice, late, or by several workers at once; while Postgres is away the fetch goes to the spool.
 *
 * @returns a function that runs it once
 */
export function createAvailabilityIngest(
  deps: AvailabilityDeps,
): (options: AvailabilityOptions) => Promise<AvailabilityResult> {
  const codes = createCodeBook(deps);

  return async (options) => {
    let fetched: FeedFetch<StatusSnapshot> | null = null;
    try {
      return await deps.exclusively(async (store) => {
        const drained = await drainSpool(deps, store);
        const state = await store.readState();
        const why = reasonToSkip(state, options, deps.clock());
        if (why) return { outcome: 'skipped', why };
        fetched = await deps.feed.fetchStatus(await codes.read(state.stationsVersion));
        if (fetched.value && needsSystem(state, deps.clock())) await deps.ingestSystem();
        const stored = await storeFetch(deps, store, toSpooled(fetched), state.statusFailures);
        return { ...stored, drained, needsStations: needsStations(state, stored, deps.clock()) };
      });
    } catch (error) {
      if (error instanceof LockBusyError) return { outcome: 'skipped', why: 'busy' };
      if (!isDatabaseAway(error)) {
        deps.feed.forgetValidators();
        throw error;
      }
      deps.log.warn({ reason: describeError(error) }, 'Postgres is away: the fetch is spooled');
      fetched ??= await deps.feed.fetchStatus(codes.last());
      await keep(deps, toSpooled(fetched));
      return { outcome: 'spooled' };
    }
  };
}

async function keep({ spool, feed }: AvailabilityDeps, entry: SpooledFetch): Promise<void> {
  try {
    await spool.keep(entry);
  } catch (error) {
    // Lost: the next answer must come whole, not as "unchanged".
    feed.forgetValidators();
    throw error;
  }
}

function toSpooled({ report, value }: FeedFetch<StatusSnapshot>): SpooledFetch {
  const { url: _, outcome, ...fetch } = report;
  return { outcome, fetch, snapshot: value };
}

function reasonToSkip(
  state: IngestState,
  { force, unlessStartedSince }: AvailabilityOptions,
  nowAt: Date,
): 'fresh' | 'backingOff' | null {
  if (unlessStartedSince && state.statusStartedAt && state.statusStartedAt >= unlessStartedSince)
    return 'fresh';
  if (!force && state.statusRetryAt && state.statusRetryAt > nowAt) return 'backingOff';
  return null;
}

function needsSystem(state: IngestState, nowAt: Date): boolean {
  return !state.isSystemNamed && isLongAgo(state.systemStartedAt, STATIONS_AGAIN_MS, nowAt);
}

function needsStations(state: IngestState, stored: StoredFetch, nowAt: Date): boolean {
  if (state.stations === 0)
    return isLongAgo(state.stationsStartedAt, FIRST_STATIONS_AGAIN_MS, nowAt);
  const hasOrphans = stored.outcome === 'stored' && stored.orphans > 0;
  return hasOrphans && isLongAgo(state.stationsStartedAt, STATIONS_AGAIN_MS, nowAt);
}

function isLongAgo(instant: Date | null, ms: number, nowAt: Date): boolean {
  return !instant || nowAt.getTime() - instant.getTime() >= ms;
}

/** The stations' codes, read again when stations changed, remembered while Postgres is away. */
function createCodeBook({ readStationIdByCode }: AvailabilityDeps) {
  let codes = new Map<string, string>();
  let readVersion: number | null = null;
  return {
    last: () => codes,
    async read(stationsVersion: number) {
      if (stationsVersion !== readVersion) {
        codes = await readStationIdByCode();
        readVersion = stationsVersion;
      }
      return codes;
    },
  };
}

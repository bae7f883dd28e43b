import type { Pool } from 'pg';
import type { Producer } from '@/jobs/runtime/producer';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import type { FaultSpec } from '@/scripts/feed/faults/faultKinds';
import type { StatusChange } from '@/scripts/feed/statusChange';
import { createFeedControl } from './feedControl';
import type { Installation } from './installation';
import { type FeedStation, readCity } from './readCity';
import { type FetchedFeed, type FetchRow, fetchNow } from './workerFetches';

/** The simulated feed in the hands of a spec, and the worker that reads it. */
export interface Feed {
  /** Every station that has a description and a status, by id. */
  read(): Promise<Map<string, FeedStation>>;
  /** Says what a station reports from now on; nobody has fetched it yet. */
  set(stationId: string, status: StatusChange): Promise<void>;
  /** A new station opens, empty. */
  open(station: StationInformation): Promise<void>;
  close(stationId: string): Promise<void>;
  rename(stationId: string, name: string): Promise<void>;
  fault(spec: FaultSpec): Promise<void>;
  /** Takes every fault back. */
  mend(): Promise<void>;
  /** Has the worker fetch now, and waits until it has. */
  fetch(feed?: FetchedFeed): Promise<FetchRow>;
  /** Undoes what the spec did, and has the worker see it. */
  restore(): Promise<void>;
}

export function createFeed(installation: Installation, db: Pool, producer: Producer): Feed {
  const control = createFeedControl(installation.feedControlUrl);
  const before = new Map<string, StatusChange>();
  let hadFaults = false;

  const feed: Feed = {
    read: () => readCity(installation.feedUrl),
    async set(stationId, status) {
      if (!before.has(stationId)) {
        const answer = await control('GET', `/stations/${stationId}`);
        before.set(stationId, saidAgain(answer as { status: StationStatus }));
      }
      await control('POST', `/stations/${stationId}`, status);
    },
    async open(station) {
      await control('POST', '/stations', { action: 'add', ...station });
    },
    async close(stationId) {
      await control('POST', '/stations', { action: 'remove', stationId });
    },
    async rename(stationId, name) {
      await control('POST', '/stations', { action: 'rename', stationId, name });
    },
    async fault(spec) {
      hadFaults = true;
      await control('POST', '/faults', spec);
    },
    async mend() {
      await control('DELETE', '/faults');
    },
    fetch: (which = 'status') => fetchNow(db, producer, installation.systemId, which),
    async restore() {
      if (!hadFaults && before.size === 0) return;
      if (hadFaults) await feed.mend();
      for (const [stationId, status] of before) {
        await control('POST', `/stations/${stationId}`, status);
      }
      if (hadFaults) await feed.fetch('stations');
      await feed.fetch();
    },
  };
  return feed;
}

/** A status to be reported anew: under its old time the product would rightly refuse it. */
function saidAgain({ status }: { status: StationStatus }): StatusChange {
  const { stationId: _, lastReportedAt: __, ...rest } = status;
  return rest;
}

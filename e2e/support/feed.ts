import { expect } from '@playwright/test';
import type { Pool } from 'pg';
import type { Producer } from '@/jobs/runtime/producer';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import type { FaultSpec } from '@/scripts/feed/faults/faultKinds';
import type { StatusChange } from '@/scripts/feed/statusChange';
import type { Installation } from './installation';

/** One station as the feed's own files describe it, joined here and not by the product. */
export interface FeedStation {
  stationId: string;
  stationCode: string;
  name: string;
  capacity: number;
  numBikesAvailable: number;
  isInstalled: boolean;
  isRenting: boolean;
  lastReportedS: number;
}

export interface FetchRow {
  outcome: string;
  reason: string | null;
}

/** The simulated feed in the hands of a spec, and the worker that reads it. */
export interface Feed {
  /** Every station that has a description and a status, by id. */
  read(): Promise<Map<string, FeedStation>>;
  /** Says what a station reports from now on; nobody has fetched it yet. */
  set(stationId: string, status: StatusChange): Promise<void>;
  /** A new station opens, empty. */
  open(station: StationInformation): Promise<void>;
  close(stationId: string): Promise<void>;
  fault(spec: FaultSpec): Promise<void>;
  /** Takes every fault back. */
  mend(): Promise<void>;
  /** Has the worker fetch now, and waits until it has. */
  fetch(feed?: 'status' | 'stations'): Promise<FetchRow>;
  /** Undoes what the spec did, and has the worker see it. */
  restore(): Promise<void>;
}

const JOB = { status: 'fetch-availability', stations: 'fetch-stations' } as const;

export function createFeed(installation: Installation, db: Pool, producer: Producer): Feed {
  const { feedControlUrl, feedUrl, systemId } = installation;
  const before = new Map<string, StatusChange>();
  let hadFaults = false;

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${feedControlUrl}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  async function statusOf(stationId: string): Promise<StatusChange> {
    const { status } = (await control('GET', `/stations/${stationId}`)) as {
      status: StationStatus;
    };
    const { stationId: _, lastReportedAt: __, ...rest } = status;
    return rest;
  }

  /** Any fetch that began after this call counts, whoever asked for it. */
  async function fetchNow(feed: 'status' | 'stations' = 'status'): Promise<FetchRow> {
    const askedAt = await now(db);
    let row: FetchRow | undefined;
    await expect(async () => {
      row = await fetchSince(feed, askedAt);
      if (!row) await producer.runNow(JOB[feed]);
      row ??= await waitForFetch(feed, askedAt);
    }).toPass({ intervals: [100], timeout: 30_000 });
    return row!;
  }

  async function waitForFetch(feed: string, askedAt: Date): Promise<FetchRow> {
    const found = () => fetchSince(feed, askedAt);
    await expect.poll(found, { intervals: [50, 100, 200], timeout: 8_000 }).toBeTruthy();
    return (await found())!;
  }

  async function fetchSince(feed: string, askedAt: Date): Promise<FetchRow | undefined> {
    const { rows } = await db.query<FetchRow>(
      `SELECT outcome, reason FROM feed_fetch
        WHERE system_id = $1 AND feed = $2 AND started_at >= $3 ORDER BY id LIMIT 1`,
      [systemId, feed, askedAt],
    );
    return rows[0];
  }

  async function mend(): Promise<void> {
    await control('DELETE', '/faults');
  }

  return {
    read: () => readFeed(feedUrl),
    async set(stationId, status) {
      if (!before.has(stationId)) before.set(stationId, await statusOf(stationId));
      await control('POST', `/stations/${stationId}`, status);
    },
    async open(station) {
      await control('POST', '/stations', { action: 'add', ...station });
    },
    async close(stationId) {
      await control('POST', '/stations', { action: 'remove', stationId });
    },
    async fault(spec) {
      hadFaults = true;
      await control('POST', '/faults', spec);
    },
    mend,
    fetch: fetchNow,
    async restore() {
      if (!hadFaults && before.size === 0) return;
      if (hadFaults) await mend();
      // Reported anew: a report older than the spec's own would rightly be refused.
      for (const [stationId, status] of before) {
        await control('POST', `/stations/${stationId}`, status);
      }
      if (hadFaults) await fetchNow('stations');
      await fetchNow();
    },
  };
}

/** The database's clock is the one that its rows are compared with. */
async function now(db: Pool): Promise<Date> {
  const { rows } = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]!.now;
}

interface VelibStation {
  station_id: number;
  stationCode: string;
  name: string;
  capacity: number;
}

interface VelibStatus {
  station_id: number;
  numBikesAvailable: number;
  is_installed: number;
  is_renting: number;
  last_reported: number;
}

async function readFeed(feedUrl: string): Promise<Map<string, FeedStation>> {
  const [stations, statuses] = await Promise.all([
    readFile<VelibStation>(feedUrl, 'station_information'),
    readFile<VelibStatus>(feedUrl, 'station_status'),
  ]);
  const statusById = new Map(statuses.map((status) => [status.station_id, status]));
  return new Map(
    stations.flatMap((station) => {
      const status = statusById.get(station.station_id);
      return status ? [[String(station.station_id), joined(station, status)] as const] : [];
    }),
  );
}

async function readFile<T>(feedUrl: string, name: string): Promise<T[]> {
  const response = await fetch(`${feedUrl}/${name}.json`);
  const { data } = (await response.json()) as { data: { stations: T[] } };
  return data.stations;
}

function joined(station: VelibStation, status: VelibStatus): FeedStation {
  return {
    stationId: String(station.station_id),
    stationCode: station.stationCode,
    name: station.name,
    capacity: station.capacity,
    numBikesAvailable: status.numBikesAvailable,
    isInstalled: status.is_installed === 1,
    isRenting: status.is_renting === 1,
    lastReportedS: status.last_reported,
  };
}

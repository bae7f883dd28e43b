import { createFeedClient, type FeedClient } from './feedClient';
import { defaultFeedLimits, type FeedConfig } from './feedConfig';
import { FETCHED_AT, velibFile, velibStatus } from './feedSamples';
import { json, startTestFeedServer, type TestFeedServer } from './testFeedServer';

export const STATUS = '/station_status.json';
export const goodStatus = velibFile({ stations: [velibStatus()] });
export const stationIdByCode = new Map([['16107', '213688169']]);

/** A feed server that is healthy until told otherwise, and clients whose sleep costs no time. */
export interface TestFeed {
  server: TestFeedServer;
  openClient(config?: Partial<FeedConfig>): FeedClient;
  fetchStatus(config?: Partial<FeedConfig>): ReturnType<FeedClient['fetchStatus']>;
  /** Entries of a discovery file for files beside it. */
  feedsOf(names: string[]): { name: string; url: string }[];
  timesAsked(path: string): number;
  /** Lets the clients' time pass. */
  pass(durationMs: number): void;
  passedMs(): number;
}

export async function startTestFeed(): Promise<TestFeed> {
  const server = await startTestFeedServer();
  let passedMs = 0;
  const deps = {
    fetch,
    clock: () => new Date(FETCHED_AT.getTime() + passedMs),
    rng: () => 0.5,
    sleep: async (ms: number) => {
      passedMs += ms;
    },
  };
  const feed: TestFeed = {
    server,
    openClient: (config) =>
      createFeedClient(deps, {
        ...defaultFeedLimits,
        feedUrl: `${server.url}/gbfs.json`,
        fallbackUrl: null,
        vehicleFeedUrl: null,
        vehicleKind: 'bike',
        districtUrls: [],
        ...config,
      }),
    fetchStatus: (config) => feed.openClient(config).fetchStatus(stationIdByCode),
    feedsOf: (names) => names.map((name) => ({ name, url: `${server.url}/${name}.json` })),
    timesAsked: (path) => server.asked.filter((asked) => asked === path).length,
    pass: (durationMs) => {
      passedMs += durationMs;
    },
    passedMs: () => passedMs,
  };
  server.on('/gbfs.json', json(velibFile({ en: { feeds: feed.feedsOf(['station_status']) } })));
  server.on(STATUS, json(goodStatus));
  return feed;
}

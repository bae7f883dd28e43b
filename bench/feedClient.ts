/**
 * What it costs to read a feed's answer: against JSON.parse alone, which checks nothing.
 * One child process a size, so that each peak memory is its own; the feed is served by this one.
 */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseBody } from '@/lib/gbfs/body';
import { createFeedClient } from '@/lib/gbfs/feedClient';
import { defaultFeedLimits, type FeedConfig } from '@/lib/gbfs/feedConfig';
import { mapStatus } from '@/lib/gbfs/mapStatus';
import { noVehicleTypes } from '@/lib/gbfs/mapVehicleTypes';
import { type FeedServer, startFeedServer } from '../scripts/feed/feedServer';
import { peakMemoryMb, quantile, table, writeSection } from './report';

const SIZES = [1_500, 15_000, 150_000];
/** A body of 150,000 stations is twice the default limit. */
const MAX_BYTES = 100 * 1_024 * 1_024;

interface Measured {
  stations: number;
  bytes: number;
  parseMs: number[];
  readMs: number[];
  fetchMs: number[];
  peakMb: number;
}

/** Runs in the child. */
async function measure(feedUrl: string, times: number): Promise<Measured> {
  const config: FeedConfig = {
    ...defaultFeedLimits,
    ...{ feedUrl, fallbackUrl: null, vehicleFeedUrl: null, vehicleKind: 'bike', districtUrls: [] },
    maxBytes: MAX_BYTES,
  };
  const pause = async (ms: number) => void (await sleep(ms));
  const clock = () => new Date();
  const client = createFeedClient({ fetch, clock, rng: Math.random, sleep: pause }, config);
  const fetchOnce = async () => {
    client.forgetValidators();
    const { value, report } = await client.fetchStatus(new Map());
    if (!value) throw new Error(`${report.outcome}: ${report.message}`);
    return value.stations.length;
  };
  const stations = await fetchOnce();
  const fetchMs = await time(times, fetchOnce);
  const peakMb = peakMemoryMb();

  const answer = await fetch(new URL('station_status.json', feedUrl));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const options = { fetchedAt: clock(), maxBadShare: 0.2, vehicleTypes: noVehicleTypes };
  return {
    ...{ stations, bytes: bytes.length, fetchMs, peakMb },
    parseMs: await time(times, () => JSON.parse(new TextDecoder().decode(bytes))),
    readMs: await time(times, () => mapStatus(parseBody(bytes), options)),
  };
}

async function time(times: number, run: () => unknown): Promise<number[]> {
  const tookMs: number[] = [];
  for (let k = 0; k < times; k++) {
    const startedAtMs = performance.now();
    await run();
    tookMs.push(performance.now() - startedAtMs);
  }
  return tookMs;
}

async function measureApart(stations: number): Promise<Measured> {
  const centre = { lat: 48.8589, lon: 2.347 };
  const feed = await startFeedServer({
    city: { kind: 'generated', stations, centre },
    ...{ port: 0, periodS: 0 },
  });
  try {
    await warmUp(feed);
    const env = { ...process.env, BENCH_FEED_URL: feed.url, BENCH_FEED_SIZE: String(stations) };
    const args = ['--import', 'tsx', 'bench/feedClient.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
  } finally {
    await feed.close();
  }
}

/** The simulated feed writes and compresses an answer once; that is not the client's time. */
async function warmUp({ url }: FeedServer): Promise<void> {
  const answer = await fetch(new URL('station_status.json', url));
  await answer.arrayBuffer();
}

function report(all: Measured[]): void {
  const ms = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  const rows = all.map(({ stations, bytes, parseMs, readMs, fetchMs, peakMb }) => {
    const parse = quantile(parseMs, 0.5);
    const read = quantile(readMs, 0.5);
    return [
      stations.toLocaleString('en'),
      (bytes / 1e6).toFixed(1),
      ms(parse),
      ms(read),
      (read / parse).toFixed(1),
      ms(quantile(readMs, 0.99)),
      ms(quantile(fetchMs, 0.5)),
      peakMb.toFixed(0),
    ];
  });
  writeSection({
    name: 'feedClient',
    title: "Reading a feed's answer",
    method: `\`bench/feedClient.ts\`: station_status in Vélib's dialect from the simulated feed. "parse" is UTF-8 decoding and JSON.parse alone; "read" also checks the envelope and every field of every station, maps them, finds duplicates and judges the feed as a whole (\`parseBody\` and \`mapStatus\`); "fetch" is the client's whole fetch over the loopback, gunzip included. Medians of ${all.at(-1)?.readMs.length} to ${all[0]?.readMs.length} runs, the first ones cold; memory is the fetching process's peak. The client's limit of 20 MB is raised for the largest.`,
    body: table([
      [
        'stations',
        'MB',
        'parse p50 ms',
        'read p50 ms',
        '× parse',
        'read p99 ms',
        'fetch p50 ms',
        'peak MB',
      ],
      ...rows,
    ]),
  });
}

const { BENCH_FEED_URL: feedUrl, BENCH_FEED_SIZE: size } = process.env;
if (feedUrl) {
  console.log(JSON.stringify(await measure(feedUrl, Number(size) > 50_000 ? 7 : 60)));
} else {
  const all: Measured[] = [];
  for (const stations of SIZES) all.push(await measureApart(stations));
  report(all);
}

/**
 * How long the write of one snapshot takes against a plain COPY of the same rows.
 * One child process a size, so that each peak memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { FetchRecord } from '@/lib/stations/fetchRecord';
import { createIngestStore } from '@/lib/stations/ingestStore';
import { medianReportedAt, type StatusSnapshot } from '@/lib/stations/snapshot';
import type { StationStatus } from '@/lib/stations/station';
import { seededRng } from '@/lib/units/rng';
import { peakMemoryMb, quantile, table, writeSection } from './report';

const FIRST_ID = 213_688_000;
const ID_STEP = 37;
const SIZES = [1_500, 15_000, 150_000];
/** Stations whose counts change from one minute to the next: a tenth, as the recording shows. */
const CHANGED_SHARE = 0.1;

interface Measured {
  stations: number;
  firstMs: number;
  minuteMs: number[];
  copyMs: number[];
  peakMb: number;
}

function status(i: number, bikes: number, reportedAt: Date): StationStatus {
  const numEbikesAvailable = bikes >> 1;
  return {
    stationId: String(FIRST_ID + i * ID_STEP),
    numBikesAvailable: bikes,
    numEbikesAvailable,
    numMechanicalAvailable: bikes - numEbikesAvailable,
    numDocksAvailable: 40 - bikes,
    isInstalled: true,
    isRenting: true,
    isReturning: true,
    lastReportedAt: reportedAt,
  };
}

function snapshotAt(minute: number, bikes: number[]): StatusSnapshot {
  const fetchedAt = new Date(Date.UTC(2026, 10, 23, 6, minute));
  const stations = bikes.map((count, i) =>
    status(i, count, new Date(fetchedAt.getTime() - 1_000 * (i % 55))),
  );
  const median = medianReportedAt(stations);
  return {
    source: 'gbfs',
    fetchedAt,
    lastUpdatedAt: fetchedAt,
    medianReportedAt: median,
    stations,
  };
}

function fetchOf(snapshot: StatusSnapshot): FetchRecord {
  return {
    feed: 'status',
    source: snapshot.source,
    startedAt: snapshot.fetchedAt,
    durationMs: 100,
    httpStatus: 200,
    bytes: 400_000,
    attempts: 1,
    reason: null,
    message: null,
    stationsSeen: snapshot.stations.length,
    skipped: {},
    anomalies: [],
    lastUpdatedAt: snapshot.lastUpdatedAt,
    medianReportedAt: snapshot.medianReportedAt,
    feedLagS: 30,
  };
}

/** A write looks for stations that nobody has described: it must find them all described. */
async function describeStations(pool: pg.Pool, stations: number): Promise<void> {
  await pool.query(
    `INSERT INTO station (system_id, station_id, name, lat, lon, first_seen_at, last_seen_at)
     SELECT 'bench', (${FIRST_ID} + i * ${ID_STEP})::text, 'Station', 48.85, 2.35, now(), now()
     FROM generate_series(0, $1::int - 1) AS i`,
    [stations],
  );
}

async function measure(stations: number, minutes: number): Promise<Measured> {
  const database = await openTestDatabase();
  try {
    const rng = seededRng(1);
    const bikes = Array.from({ length: stations }, () => Math.floor(rng() * 40));
    await describeStations(database.pool, stations);
    const store = createIngestStore(database.pool, 'bench');
    const write = async (minute: number) => {
      const snapshot = snapshotAt(minute, bikes);
      const begin = performance.now();
      const result = await store.storeSnapshot(snapshot, fetchOf(snapshot));
      if (result.outcome !== 'stored') throw new Error(`minute ${minute} was ${result.outcome}`);
      return performance.now() - begin;
    };
    const firstMs = await write(0);
    const minuteMs: number[] = [];
    for (let minute = 1; minute <= minutes; minute++) {
      for (let k = 0; k < stations * CHANGED_SHARE; k++)
        bikes[Math.floor(rng() * stations)] = Math.floor(rng() * 40);
      minuteMs.push(await write(minute));
    }
    const peakMb = peakMemoryMb();
    const copyMs = await measureCopy(database.url, snapshotAt(0, bikes), minutes);
    return { stations, firstMs, minuteMs, copyMs, peakMb };
  } finally {
    await database.close();
  }
}

/** COPY into a fresh table of the same shape and key: what a plain loader would do. */
async function measureCopy(url: string, snapshot: StatusSnapshot, times: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE plain (LIKE station_status INCLUDING ALL)');
  const copyMs: number[] = [];
  for (let k = 0; k < times; k++) {
    await client.query('TRUNCATE plain');
    const begin = performance.now();
    const at = snapshot.fetchedAt.toISOString();
    const lines = snapshot.stations.map(
      (s) =>
        `bench\t${s.stationId}\t${s.numBikesAvailable}\t${s.numMechanicalAvailable}\t${s.numEbikesAvailable}\t${s.numDocksAvailable}\tt\tt\tt\t${s.lastReportedAt?.toISOString()}\t${at}\t${at}\n`,
    );
    await pipeline(
      Readable.from([lines.join('')]),
      client.query(copyFrom('COPY plain FROM STDIN')),
    );
    copyMs.push(performance.now() - begin);
  }
  await client.end();
  return copyMs;
}

function report(all: Measured[]): void {
  const ms = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
  const rows = all.map((m) => {
    const p50 = quantile(m.minuteMs, 0.5);
    const copy = quantile(m.copyMs, 0.5);
    return [
      m.stations.toLocaleString('en'),
      ms(m.firstMs),
      ms(p50),
      ms(quantile(m.minuteMs, 0.99)),
      Math.round((m.stations / p50) * 1000).toLocaleString('en'),
      ms(copy),
      (p50 / copy).toFixed(1),
      m.peakMb.toFixed(0),
    ];
  });
  writeSection({
    name: 'ingest',
    title: 'Ingest: one snapshot into latest status, change log and ledger',
    method: `\`bench/ingest.ts\`: a snapshot is written as the worker writes it (one statement, durable commit, notification), after the stations themselves were described. "first" fills empty tables; "minute" is a later snapshot in which every station reported anew and a tenth changed. COPY: the same rows into an empty table of the same shape and key, also committed durably. Medians of ${all[0]?.minuteMs.length} to ${all.at(-1)?.minuteMs.length} runs; memory is the peak of the Node process. To reach: 1,500 stations within 3× of COPY; 150,000 in under 10 s and 500 MB.`,
    body: table([
      [
        'stations',
        'first ms',
        'minute p50 ms',
        'p99 ms',
        'rows/s',
        'COPY p50 ms',
        '× COPY',
        'peak MB',
      ],
      ...rows,
    ]),
  });
}

const size = process.env.BENCH_INGEST_SIZE;
if (size) {
  const minutes = Number(size) > 50_000 ? 5 : 60;
  console.log(JSON.stringify(await measure(Number(size), minutes)));
} else {
  report(
    SIZES.map((stations) => {
      const env = { ...process.env, BENCH_INGEST_SIZE: String(stations) };
      const out = execFileSync(process.execPath, ['--import', 'tsx', 'bench/ingest.ts'], {
        env,
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      return JSON.parse(out.trim().split('\n').at(-1)!) as Measured;
    }),
  );
}

/** Asks the reader, and Postgres plainly, the same questions. Arguments: database URL, folder. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openFileStore } from '@/lib/archive/fileStore';
import { openDatabase } from '@/lib/db/database';
import { openAnalysis } from '@/lib/history/analysisStore';
import { parquetSql } from '@/lib/history/archiveRowsSql';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';
import { peakMemoryMb, quantile } from '../report';
import { LOG_AT, LOG_DAYS } from './historyLog';
import { COMPACTED_MONTH, NOW_AT, STATIONS, SYSTEM_ID } from './historyYear';

export interface Measured {
  ours: Record<string, { p50: number; p95: number }>;
  /** Medians. */
  plain: Record<string, number>;
  firstMs: number;
  streamMs: number;
  streamRows: number;
  peakMb: number;
}

const [url = '', folder = ''] = process.argv.slice(2);
const { pool, close } = openDatabase(url, { onIdleError: () => {} });
const archive = path.join(folder, 'archive');
const cacheDir = path.join(folder, 'cache');
const rng = seededRng(5);
const reader = createHistoryReader({
  ...{ pool, cacheDir, systemId: SYSTEM_ID, clock: () => NOW_AT },
  store: openFileStore(archive),
});
const analysis = openAnalysis({ tempDir: path.join(folder, 'tmp'), memoryMb: 256, threads: 2 });

const anyStation = () => String(213_688_000 + Math.floor(rng() * STATIONS) * 37);
const nowS = NOW_AT.getTime() / 1_000;
const lastMonth = { fromAt: nowS - 30 * 86_400, toAt: nowS };
const march = COMPACTED_MONTH.getTime() / 1_000;
const oldMonth = { fromAt: march, toAt: march + 30 * 86_400 };
const anyMinute = () =>
  new Date(LOG_AT.getTime() + Math.floor(1_440 + rng() * (LOG_DAYS - 2) * 1_440) * MINUTE_MS);
const anyHour = () => new Date(COMPACTED_MONTH.getTime() + Math.floor(rng() * 700) * HOUR_MS);

async function timed(work: () => Promise<unknown>, runs: number): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function spread(work: () => Promise<unknown>, runs = 30) {
  const times = await timed(work, runs);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

const median = async (work: () => Promise<unknown>, runs = 5) =>
  quantile(await timed(work, runs), 0.5);

/** The year's months; the profile asks for what the insights count: open and empty hours. */
const months = readdirSync(path.join(archive, `system=${SYSTEM_ID}`, 'compact')).flatMap(
  (month) => {
    const within = path.join(archive, `system=${SYSTEM_ID}`, 'compact', month);
    return readdirSync(within).map((file) => path.join(within, file));
  },
);
const profileSql = `
SELECT epoch_ms(hour_at) // 86400000 % 7 AS day, epoch_ms(hour_at) // 3600000 % 24 AS hour,
  sum(open)::DOUBLE AS open, sum(empty)::DOUBLE AS empty
FROM (
  SELECT hour_at, count(*) AS open, count(*) FILTER (num_bikes_available = 0) AS empty
  FROM ${parquetSql(months)} WHERE is_installed AND is_renting GROUP BY hour_at)
GROUP BY 1, 2 ORDER BY 1, 2`;
const plainProfileSql = `
SELECT extract(isodow FROM hour_at)::int AS day, extract(hour FROM hour_at)::int AS hour,
  count(*) AS open, count(*) FILTER (WHERE bikes = 0) AS empty
FROM plain_hour WHERE is_installed AND is_renting GROUP BY 1, 2 ORDER BY 1, 2`;

const firstAt = performance.now();
await reader.readCityAt(anyMinute());
const firstMs = performance.now() - firstAt;

const ours = {
  stationLog: await spread(() => reader.readStation(anyStation(), lastMonth)),
  stationHours: await spread(() => reader.readStation(anyStation(), oldMonth)),
  cityLog: await spread(() => reader.readCityAt(anyMinute())),
  cityHour: await spread(() => reader.readCityAt(anyHour())),
  profile: await spread(() => analysis.rows(profileSql), 7),
};
const streamAt = performance.now();
let streamRows = 0;
const month = { fromAt: march, toAt: march + (31 * DAY_MS) / 1_000 };
for await (const batch of reader.streamRows(month)) streamRows += batch.at.length;
const streamMs = performance.now() - streamAt;
const peakMb = peakMemoryMb();

const slowly = (text: string) => pool.query({ text, query_timeout: 600_000 } as { text: string });
const plain = {
  stationLog: await median(() =>
    pool.query(
      `SELECT * FROM station_change WHERE system_id = $1 AND station_id = $2 AND fetched_at >= $3
       ORDER BY fetched_at`,
      [SYSTEM_ID, anyStation(), new Date(lastMonth.fromAt * 1_000)],
    ),
  ),
  stationHours: await median(() =>
    pool.query(
      'SELECT * FROM plain_hour WHERE station_id = $1 AND hour_at >= $2 AND hour_at < $3 ORDER BY hour_at',
      [anyStation(), new Date(oldMonth.fromAt * 1_000), new Date(oldMonth.toAt * 1_000)],
    ),
  ),
  cityLog: await median(
    () =>
      slowly(`SELECT DISTINCT ON (station_id) * FROM station_change
        WHERE system_id = '${SYSTEM_ID}' AND fetched_at <= '${anyMinute().toISOString()}'
        ORDER BY station_id, fetched_at DESC`),
    2,
  ),
  cityHour: await median(
    () => pool.query('SELECT * FROM plain_hour WHERE hour_at = $1', [anyHour()]),
    2,
  ),
  profile: await median(() => slowly(plainProfileSql), 1),
};
const measured: Measured = { ours, plain, firstMs, streamMs, streamRows, peakMb };
console.log(JSON.stringify(measured));
await analysis.close();
await close();
process.exit(0);

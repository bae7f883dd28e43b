/**
 * How far the past reaches at what price: a generated year of hours (13 million rows), ninety days
 * of minute changes (19 million), and the questions of the product against both, beside the same
 * questions to plain Postgres rows. What reads and what compacts run in processes of their own, so
 * that each peak memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { openAnalysis } from '@/lib/history/analysisStore';
import { table, writeSection } from './report';
import type { Compacted } from './rig/compactYear';
import { generateLog, LOG_DAYS } from './rig/historyLog';
import {
  COMPACTED_MONTH,
  loadPlainRows,
  monthsOfYear,
  STATIONS,
  writeHours,
  writeMonth,
} from './rig/historyYear';
import type { Measured } from './rig/readHistory';

const folder = await mkdtemp(path.join(os.tmpdir(), 'limelight-history-'));
const database = await openTestDatabase();
const analysis = openAnalysis({ tempDir: path.join(folder, 'tmp'), memoryMb: 1_000, threads: 2 });
const deps = {
  pool: database.pool,
  analysis,
  store: openFileStore(path.join(folder, 'archive')),
  folder,
};

function inOwnProcess<T>(file: string): T {
  const args = ['--import', 'tsx', `bench/rig/${file}.ts`, database.url, folder];
  const text = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(text) as T;
}

try {
  await mkdir(path.join(folder, 'cache'), { recursive: true });
  const changes = await generateLog(database.pool);
  console.log(`${changes} changes`);
  let monthBytes = 0;
  let hourBytes = 0;
  for (const { month, endsAt } of monthsOfYear()) {
    if (month.getTime() === COMPACTED_MONTH.getTime())
      hourBytes = await writeHours(deps, month, endsAt);
    else monthBytes += await writeMonth(deps, month, endsAt);
  }
  console.log('archive written');
  await loadPlainRows(deps);
  await database.pool.query({ text: 'VACUUM ANALYZE plain_hour' });
  const { rows } = await database.pool.query<{ plain: number; log: number }>(
    `SELECT pg_total_relation_size('plain_hour')::float8 AS plain,
       (SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits
        WHERE inhparent = 'station_change'::regclass)::float8 AS log`,
  );
  console.log('plain rows loaded');
  await analysis.close();

  const compacted = inOwnProcess<Compacted>('compactYear');
  const read = inOwnProcess<Measured>('readHistory');
  const hours = monthsOfYear().reduce((sum, m) => sum + (+m.endsAt - +m.month) / 3_600_000, 0);
  const archiveBytes = monthBytes + compacted.bytes;
  const perRow = (bytes: number, count: number) => (bytes / count).toFixed(1);
  const line = (
    name: string,
    { p50, p95 }: Measured['ours'][string],
    plain: number,
    reach: string,
  ) => [name, p50.toFixed(1), p95.toFixed(1), plain.toFixed(1), (plain / p50).toFixed(1), reach];
  const { ours, plain } = read;

  writeSection({
    name: 'history',
    title: 'Reach: the past, near and far',
    method: `\`bench/history.ts\`: ${STATIONS} stations; a year of hours, ${(hours * STATIONS).toLocaleString('en')} rows, in twelve
compacted months (one of them made from its hours by the product's own job, the others written by the same
statement); ${LOG_DAYS} days of minute changes, ${changes.toLocaleString('en')} rows, one in ten minutes a station, in the order in
which they come. Each question is asked of the one reader, warm, at random stations and instants, 30 times (the
profile 7 times); "plain" is the median of the same question put to Postgres over the same rows in the way one
would write first: the hours as a table with a key on station and hour, the city by \`DISTINCT ON\` over the change
log, rows as objects. The first city at a minute after the start also finds where the log begins.`,
    body: `${table([
      ['', 'p50 ms', 'p95 ms', 'plain ms', '×', 'to reach'],
      line(
        "a station's last 30 days, minute changes",
        ours.stationLog!,
        plain.stationLog!,
        '< 30 ms',
      ),
      line(
        "a station's 30 days, hours of the archive",
        ours.stationHours!,
        plain.stationHours!,
        '< 30 ms',
      ),
      line('the city at a past minute', ours.cityLog!, plain.cityLog!, '< 100 ms'),
      line('the city at a past hour of the archive', ours.cityHour!, plain.cityHour!, '< 100 ms'),
      line(
        "the city's hour-of-week profile of the year",
        ours.profile!,
        plain.profile!,
        '< 500 ms',
      ),
    ])}

The first question of all: ${read.firstMs.toFixed(0)} ms. Every row of one month of the archive by time, streamed: ${read.streamMs.toFixed(0)} ms for
${read.streamRows.toLocaleString('en')} rows. Peak memory of the process that reads: ${read.peakMb.toFixed(0)} MB (to reach: under 1,000).

${table([
  ['on disk', 'bytes a row'],
  ['compacted months', perRow(archiveBytes, hours * STATIONS)],
  ['hourly files', perRow(hourBytes, compacted.rows)],
  ['plain Postgres rows and their key', perRow(rows[0]!.plain, hours * STATIONS)],
  ['change log in Postgres', perRow(rows[0]!.log, changes)],
])}

To reach: 6 bytes a row. Compacting a month of ${compacted.rows.toLocaleString('en')} rows, verified row by row: ${(compacted.ms / 1_000).toFixed(1)} s, peak
${compacted.peakMb.toFixed(0)} MB.`,
  });
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

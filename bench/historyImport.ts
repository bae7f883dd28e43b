/**
 * How long `history:import` takes for a million rows, against a plain COPY of the same rows and
 * against inserting them one by one, as scripts that load recordings do.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { ImportStep } from '@/lib/pipeline/importDeps';
import { importHistory } from '@/lib/pipeline/importHistory';
import { HOUR_MS } from '@/lib/units/clock';
import { seededRng } from '@/lib/units/rng';
import { peakMemoryMb, table, writeSection } from './report';

const STATIONS = 1_400;
const HOURS = 720;
const ROWS = STATIONS * HOURS;
const FROM_MS = Date.UTC(2025, 3, 1);
/** Inserted one by one; the rest would only make the wait longer. */
const SINGLE_ROWS = 20_000;
const COLUMNS = 'reported_utc,station_code,first_fetched_utc,bikes,mechanical,ebike,docks,capacity';

/** A month of an hourly recorder: stock walks at random, a fifth of the hours without a change. */
async function writeRecording(file: string): Promise<void> {
  const rng = seededRng(1);
  const bikes = Array.from({ length: STATIONS }, () => Math.floor(rng() * 40));
  const out = createWriteStream(file);
  out.write(`${COLUMNS}\n`);
  for (let hour = 0; hour < HOURS; hour++) {
    const fetchedMs = FROM_MS + hour * HOUR_MS + 20 * 60_000;
    const fetched = textOf(fetchedMs);
    let text = '';
    for (let i = 0; i < STATIONS; i++) {
      if (rng() > 0.2) bikes[i] = Math.min(40, Math.max(0, bikes[i]! + Math.floor(rng() * 7) - 3));
      const ebikes = bikes[i]! >> 1;
      const counts = [bikes[i], bikes[i]! - ebikes, ebikes, 40 - bikes[i]!, 40];
      const reported = textOf(fetchedMs - 60_000 * (1 + Math.floor(rng() * 8)));
      text += `${reported},${10_000 + i},${fetched},${counts.join(',')}\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function textOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

async function measureImport(
  database: Awaited<ReturnType<typeof openTestDatabase>>,
  directory: string,
  file: string,
) {
  await database.pool.query(
    `INSERT INTO system (system_id, name, timezone, feed_url, updated_at)
     VALUES ('bench', 'Bench', 'Europe/Paris', 'http://feed.bench', now())`,
  );
  const stations = Array.from({ length: STATIONS }, (_, i) => ({
    stationId: null,
    stationCode: String(10_000 + i),
    name: `Station ${i}`,
    lat: 48.8 + (i % 40) / 400,
    lon: 2.25 + Math.floor(i / 40) / 400,
    capacity: 40,
  }));
  const begun = new Map<ImportStep['step'], number>();
  const beginMs = performance.now();
  const result = await importHistory(
    {
      pool: database.pool,
      archive: openFileStore(path.join(directory, 'archive')),
      systemId: 'bench',
      workDirectory: path.join(directory, 'work'),
      exclusively: (use) => use(),
      clock: () => new Date(),
      onProgress: ({ step }) => {
        if (!begun.has(step)) begun.set(step, performance.now());
      },
    },
    {
      files: [file],
      columns: {},
      basis: null,
      pollsFile: null,
      stations,
      rejectsFile: path.join(directory, 'rejects.csv'),
      intoSimulated: false,
      again: false,
    },
  );
  const endMs = performance.now();
  const at = (step: ImportStep['step']) => begun.get(step) ?? endMs;
  return {
    result,
    wholeS: (endMs - beginMs) / 1_000,
    readS: (at('loading') - beginMs) / 1_000,
    loadS: (at('archiving') - at('loading')) / 1_000,
    archiveS: (endMs - at('archiving')) / 1_000,
    peakMb: peakMemoryMb(),
  };
}

const PLAIN_SQL = `CREATE TABLE plain (
  reported_utc timestamptz, station_code text, first_fetched_utc timestamptz, bikes smallint,
  mechanical smallint, ebike smallint, docks smallint, capacity smallint,
  PRIMARY KEY (station_code, reported_utc))`;

async function measurePlain(url: string, file: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(PLAIN_SQL);
    const copyMs = performance.now();
    const copy = client.query(copyFrom('COPY plain FROM STDIN (FORMAT csv, HEADER)'));
    await pipeline(createReadStream(file), copy);
    const copyS = (performance.now() - copyMs) / 1_000;
    const { rows } = await client.query('SELECT * FROM plain LIMIT $1', [SINGLE_ROWS]);
    await client.query('TRUNCATE plain');
    const singleMs = performance.now();
    for (const row of rows)
      await client.query(
        'INSERT INTO plain VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        Object.values(row),
      );
    const singleS = ((performance.now() - singleMs) / 1_000 / SINGLE_ROWS) * ROWS;
    return { copyS, singleS };
  } finally {
    await client.end();
  }
}

const directory = await mkdtemp(path.join(os.tmpdir(), 'limelight-bench-import-'));
const database = await openTestDatabase();
try {
  const file = path.join(directory, 'reports.csv');
  await writeRecording(file);
  const measured = await measureImport(database, directory, file);
  const { copyS, singleS } = await measurePlain(database.url, file);
  const { result, wholeS } = measured;
  const s = (seconds: number) => seconds.toFixed(1);
  const count = (n: number) => n.toLocaleString('en');
  writeSection({
    name: 'historyImport',
    title: 'history:import: a million rows',
    method: `\`bench/historyImport.ts\`: a recording of ${count(STATIONS)} stations, once an hour for ${HOURS / 24} days (${count(ROWS)} rows, ${Math.round((await stat(file)).size / 2 ** 20)} MB of CSV), loaded into an empty database with durable commits: read, judged, put in order, ${count(result.changes)} changes into the partitioned change log a day a transaction, ${count(result.hours)} hours into the archive, each file flushed. COPY: the same file into one table with a primary key, unjudged, in one transaction. Row by row: ${count(SINGLE_ROWS)} inserts with a commit each, multiplied. Memory is the peak of the Node process, DuckDB in it. To reach: under 60 s.`,
    body: table([
      ['way', 's', 'rows/s', '× COPY', 'peak MB'],
      [
        'history:import',
        s(wholeS),
        count(Math.round(ROWS / wholeS)),
        (wholeS / copyS).toFixed(1),
        measured.peakMb.toFixed(0),
      ],
      ['– read, judge, order', s(measured.readS), '', (measured.readS / copyS).toFixed(1), ''],
      ['– change log', s(measured.loadS), '', (measured.loadS / copyS).toFixed(1), ''],
      ['– archive', s(measured.archiveS), '', (measured.archiveS / copyS).toFixed(1), ''],
      ['COPY', s(copyS), count(Math.round(ROWS / copyS)), '1.0', ''],
      [
        'row by row',
        s(singleS),
        count(Math.round(ROWS / singleS)),
        (singleS / copyS).toFixed(1),
        '',
      ],
    ]),
  });
} finally {
  await database.close();
  await rm(directory, { recursive: true, force: true });
}

import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { archiveKey, monthKey } from '@/lib/archive/archiveKey';
import { createArchiveStore } from '@/lib/archive/archiveStore';
import { encodeHour } from '@/lib/archive/hourParquet';
import type { ArchivedStation } from '@/lib/archive/hourState';
import { enterMonth } from '@/lib/archive/monthStore';
import { type ObjectStore, sha256Hex } from '@/lib/archive/objectStore';
import type { Analysis } from '@/lib/history/analysisStore';
import { writeMonthSql } from '@/lib/history/archiveRowsSql';
import { HOUR_MS } from '@/lib/units/clock';

export const SYSTEM_ID = 'year';
export const STATIONS = 1_500;
export const YEAR_AT = new Date('2025-11-01T00:00:00Z');
export const NOW_AT = new Date('2026-11-01T00:00:00Z');
/** Made of hours by the product itself; the other months are written as it would. */
export const COMPACTED_MONTH = new Date('2026-03-01T00:00:00Z');

/**
 * Hours of a span: stock swings by the hour of the day with some chance on top, the last change lies
 * some minutes back, reports come within seven minutes.
 */
export function generatedHoursSql(fromMs: number, toMs: number): string {
  return `
WITH station AS (
  SELECT i, (213688000 + i * 37)::VARCHAR AS station_id, 15 + (hash(i) % 40)::INTEGER AS capacity
  FROM range(${STATIONS}) AS t(i)
),
chance AS (
  SELECT station.*, k, make_timestamp(k * 3600000000)::TIMESTAMPTZ AS hour_at,
    (hash(i, k) % 1000) / 1000.0 AS u, (hash(i, k, 7) % 1000) / 1000.0 AS v,
    (hash(i, k, 9) % 1000) / 1000.0 AS w,
    1 + floor(-ln(((hash(i, k, 5) % 100000) + 0.5) / 100000.0) * 12)::INTEGER AS minutes
  FROM station, range(${fromMs / HOUR_MS}, ${toMs / HOUR_MS}) AS h(k)
),
stock AS (
  SELECT *, greatest(0, least(capacity, round(capacity
    * (0.5 + 0.45 * sin((k % 24) / 24.0 * 6.2832 + i)) + (u - 0.5) * 6)))::INTEGER AS bikes
  FROM chance
)
SELECT station_id, hour_at, bikes AS num_bikes_available,
  bikes - least(bikes, (bikes * 0.4 + v * 2)::INTEGER) AS num_mechanical_available,
  least(bikes, (bikes * 0.4 + v * 2)::INTEGER) AS num_ebikes_available,
  capacity - bikes AS num_docks_available, capacity,
  i % 50 <> 0 AS is_installed, i % 50 <> 0 AS is_renting, i % 50 <> 0 AS is_returning,
  hour_at - to_seconds(20 + (w * w * 400)::INTEGER) AS last_reported_at,
  hour_at - to_minutes(minutes)
    + to_milliseconds((200 + hash(k * 60 - minutes) % 700)::INTEGER) AS fetched_at,
  false AS reconstructed
FROM stock`;
}

/** Months of the generated year, each with its end. */
export function monthsOfYear(): { month: Date; endsAt: Date }[] {
  return Array.from({ length: 12 }, (_, i) => ({
    month: new Date(Date.UTC(2025, 10 + i, 1)),
    endsAt: new Date(Date.UTC(2025, 11 + i, 1)),
  }));
}

/** Writes a month's file as compactMonth does, and enters it and its hours. @returns bytes */
export async function writeMonth(
  { analysis, store, folder, pool }: YearDeps,
  month: Date,
  endsAt: Date,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'month.parquet');
  const hourly = `(${generatedHoursSql(month.getTime(), endsAt.getTime())})`;
  await analysis.rows(writeMonthSql(hourly, file));
  const bytes = await readFile(file);
  await rm(file);
  const sha256 = sha256Hex(bytes);
  const hours = (endsAt.getTime() - month.getTime()) / HOUR_MS;
  const key = monthKey(SYSTEM_ID, month, sha256);
  await store.putIfAbsent(key, bytes, {});
  await pool.query(
    `INSERT INTO archive_hour
     SELECT $1, h, 'not kept', $4, 15000, 'none', false, h
     FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 hour', '1 hour') AS h`,
    [SYSTEM_ID, month, endsAt, STATIONS],
  );
  const entry = { month, key, hours, hoursSha256: 'none', rows: hours * STATIONS };
  await enterMonth(pool, SYSTEM_ID, { ...entry, bytes: bytes.length, sha256 }, NOW_AT);
  return bytes.length;
}

export interface YearDeps {
  pool: pg.Pool;
  analysis: Analysis;
  store: ObjectStore;
  folder: string;
}

/** Writes a month's hours as archive-hour does. @returns bytes of all files */
export async function writeHours(
  { analysis, store, pool }: YearDeps,
  month: Date,
  endsAt: Date,
): Promise<number> {
  const ledger = createArchiveStore(pool);
  let total = 0;
  for (let ms = month.getTime(); ms < endsAt.getTime(); ms += HOUR_MS) {
    const hour = new Date(ms);
    const rows = await analysis.rows<Row>(`SELECT * REPLACE (
        epoch_ms(last_reported_at)::DOUBLE AS last_reported_at, epoch_ms(fetched_at)::DOUBLE AS fetched_at)
      FROM (${generatedHoursSql(ms, ms + HOUR_MS)}) ORDER BY station_id`);
    const stations = rows.map(archived);
    const state = {
      systemId: SYSTEM_ID,
      hour,
      reconstructed: false,
      snapshotFetchedAt: hour,
      stations,
    };
    const bytes = encodeHour(state);
    const key = archiveKey(SYSTEM_ID, hour);
    await store.putIfAbsent(key, bytes, {});
    const entry = { hour, key, rows: stations.length, bytes: bytes.length, reconstructed: false };
    await ledger.enter(SYSTEM_ID, { ...entry, sha256: sha256Hex(bytes) }, hour);
    total += bytes.length;
  }
  return total;
}

interface Row {
  station_id: string;
  num_bikes_available: number;
  num_mechanical_available: number;
  num_ebikes_available: number;
  num_docks_available: number;
  capacity: number;
  is_installed: boolean;
  last_reported_at: number;
  fetched_at: number;
}

function archived(row: Row): ArchivedStation {
  return {
    stationId: row.station_id,
    numBikesAvailable: row.num_bikes_available,
    numMechanicalAvailable: row.num_mechanical_available,
    numEbikesAvailable: row.num_ebikes_available,
    numDocksAvailable: row.num_docks_available,
    capacity: row.capacity,
    isInstalled: row.is_installed,
    isRenting: row.is_installed,
    isReturning: row.is_installed,
    lastReportedAt: new Date(row.last_reported_at),
    fetchedAt: new Date(row.fetched_at),
  };
}

/** The same rows as a plain table with a key, which is what one would do first. */
export async function loadPlainRows({ analysis, pool, folder }: YearDeps): Promise<void> {
  await pool.query(`CREATE TABLE plain_hour (station_id text, hour_at timestamptz, bikes smallint,
    mechanical smallint, ebikes smallint, docks smallint, capacity int, is_installed boolean,
    is_renting boolean, is_returning boolean, last_reported_at timestamptz)`);
  const client = await pool.connect();
  try {
    for (const { month, endsAt } of monthsOfYear()) {
      const file = path.join(folder, 'plain.csv');
      await analysis.rows(`COPY (SELECT * EXCLUDE (fetched_at, reconstructed)
        FROM (${generatedHoursSql(month.getTime(), endsAt.getTime())}) ORDER BY hour_at, station_id)
        TO '${file}' (FORMAT csv, HEADER false)`);
      await pipeline(
        createReadStream(file),
        client.query(copyFrom('COPY plain_hour FROM STDIN (FORMAT csv)')),
      );
      await rm(file);
    }
    await client.query('SET statement_timeout = 0');
    await client.query({ text: PLAIN_KEY_SQL, query_timeout: 900_000 } as pg.QueryConfig);
  } finally {
    client.release();
  }
}

const PLAIN_KEY_SQL = 'ALTER TABLE plain_hour ADD PRIMARY KEY (station_id, hour_at)';

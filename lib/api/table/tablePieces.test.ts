import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApiFormat } from '../apiFormat';
import type { ApiTable } from './apiTable';
import { tablePieces } from './tablePieces';

const schema = z.strictObject({
  stationId: z.string(),
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  bikes: z.int().nullable(),
  isRenting: z.boolean(),
  at: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
});
const ROWS: z.infer<typeof schema>[] = [
  {
    ...{ stationId: '0016', name: '=1+1, "Marché"\nSud', lat: 48.85, lon: 2.35, bikes: 0 },
    ...{ isRenting: true, at: '2026-11-23T06:00:00.000Z', seenAt: null },
  },
  {
    ...{ stationId: 'b', name: 'Nord', lat: 48.9, lon: 2.3, bikes: null },
    ...{ isRenting: false, at: '2026-11-23T06:01:00.123Z', seenAt: '2026-11-23T06:00:00.000Z' },
  },
];

function table(batches: ApiTable['batches'] = [[ROWS[0]!], [], [ROWS[1]!]]): ApiTable {
  const about = { systemId: 'paris', simulation: 'replay', fetchedAt: null };
  return { name: 'stations', schema, about, batches };
}

async function bytesOf(format: ApiFormat, of = table()): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of tablePieces(of, format)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'limelight-table-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** What another reader makes of a file: DuckDB's own. */
async function readByDuckDb(format: 'csv' | 'ndjson' | 'parquet', sql: string) {
  const file = path.join(dir, `rows.${format}`);
  await writeFile(file, await bytesOf(format));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql.replace('FILE', `'${file}'`));
  return reader.getRowObjectsJson();
}

describe('tablePieces', () => {
  it('gives JSON: what it says of itself, then the list', async () => {
    expect(JSON.parse((await bytesOf('json')).toString())).toEqual({
      ...{ systemId: 'paris', simulation: 'replay', fetchedAt: null },
      stations: ROWS,
    });
    expect(JSON.parse((await bytesOf('json', table([]))).toString()).stations).toEqual([]);
  });

  it('gives GeoJSON points, longitude first', async () => {
    const { type, simulation, features } = JSON.parse((await bytesOf('geojson')).toString());
    expect([type, simulation]).toEqual(['FeatureCollection', 'replay']);
    const { lat, lon, ...properties } = ROWS[0]!;
    expect(features[0]).toEqual({
      type: 'Feature',
      id: '0016',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties,
    });
  });

  it('gives a row of JSON a line', async () => {
    const lines = (await bytesOf('ndjson')).toString().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(ROWS);
  });

  it('gives CSV that another reader reads, and no spreadsheet runs', async () => {
    const rows = await readByDuckDb(
      'csv',
      `SELECT stationId, name, bikes, isRenting, epoch_ms("at") AS ms
         FROM read_csv(FILE, types = {'stationId': 'VARCHAR'})`,
    );
    expect(rows).toEqual([
      {
        ...{ stationId: '0016', name: `'=1+1, "Marché"\nSud`, bikes: '0', isRenting: true },
        ms: String(Date.parse(ROWS[0]!.at)),
      },
      {
        ...{ stationId: 'b', name: 'Nord', bikes: null, isRenting: false },
        ms: String(Date.parse(ROWS[1]!.at)),
      },
    ]);
    expect((await bytesOf('csv', table([]))).toString()).toBe(
      'stationId,name,lat,lon,bikes,isRenting,at,seenAt\r\n',
    );
  });

  it('gives Parquet with its types, and what it says of itself in the footer', async () => {
    const file = new Uint8Array(await bytesOf('parquet')).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toEqual(
      ROWS.map((row) => ({
        ...row,
        at: new Date(row.at),
        seenAt: row.seenAt && new Date(row.seenAt),
      })),
    );
    const { key_value_metadata } = parquetMetadata(file);
    expect(key_value_metadata).toContainEqual({ key: 'limelight.simulation', value: 'replay' });
    const types = await readByDuckDb('parquet', 'DESCRIBE SELECT * FROM read_parquet(FILE)');
    expect(types.map((one) => one.column_type)).toEqual([
      ...['VARCHAR', 'VARCHAR', 'DOUBLE', 'DOUBLE', 'INTEGER', 'BOOLEAN'],
      ...['TIMESTAMP WITH TIME ZONE', 'TIMESTAMP WITH TIME ZONE'],
    ]);
  });

  it('writes Parquet of many batches as one file of several groups', async () => {
    const batch = Array.from({ length: 15_000 }, (_, i) => ({ ...ROWS[1]!, bikes: i }));
    const bytes = await bytesOf('parquet', table([batch, batch, batch, batch]));
    const file = new Uint8Array(bytes).buffer;
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => num_rows)).toEqual([
      30_000n,
      30_000n,
    ]);
    const rows = await parquetReadObjects({ file, columns: ['bikes'] });
    expect(rows.length).toBe(60_000);
    expect(rows[50_001]).toEqual({ bikes: 5_001 });
  });

  it('writes a Parquet file without rows', async () => {
    const file = new Uint8Array(await bytesOf('parquet', table([]))).buffer;
    expect(parquetMetadata(file).num_rows).toBe(0n);
  });
});

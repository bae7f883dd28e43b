import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { importHistory } from '@/lib/pipeline/importHistory';
import {
  enterSystem,
  type ImportRig,
  openImportRig,
  recordedLines,
} from '@/lib/pipeline/testImport';
import { exportHistory, type HistoryExport } from './exportHistory';

const NOW = new Date('2026-11-23T06:00:00Z');
const CODES = ['16107', '9020'];
const stations = CODES.map((code) => ({
  stationId: null,
  stationCode: code,
  name: `=Station ${code}`,
  lat: 48.85,
  lon: 2.35,
  capacity: 20,
}));
/** Most of the recording's first day, and the beginning of its hole on the second. */
const span = {
  fromAt: Date.parse('2022-05-30T06:00:00Z') / 1_000,
  toAt: Date.parse('2022-05-31T08:00:00Z') / 1_000,
};

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let rig: ImportRig;
beforeAll(async () => {
  database = await openTestDatabase();
  rig = await openImportRig(database.pool, NOW);
  await enterSystem(database.pool, 'source');
  const lines = recordedLines(new Date('2022-05-30T00:00:00Z'), 2, CODES);
  const file = await rig.write('reports.csv', lines);
  await importHistory(rig.deps('source'), rig.request([file], { stations }));
});
afterAll(async () => {
  await rig.remove();
  await database.close();
});

async function exported(over: Partial<HistoryExport>): Promise<Buffer> {
  const reader = createHistoryReader({
    pool: database.pool,
    store: openFileStore(path.join(rig.directory, 'archive')),
    cacheDir: path.join(rig.directory, 'cache'),
    systemId: 'source',
    clock: () => NOW,
  });
  const about = { systemId: 'source', systemName: 'Test', simulation: 'replay' as const };
  const pieces: Uint8Array[] = [];
  for await (const piece of exportHistory(reader, { format: 'csv', span, about, ...over }))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const changesOf = async (systemId: string) =>
  (
    await database.pool.query(
      `SELECT station_id, fetched_at, last_reported_at, num_bikes_available, num_docks_available,
         is_installed, is_renting, is_returning
       FROM station_change WHERE system_id = $1 AND fetched_at > to_timestamp($2)
         AND fetched_at < to_timestamp($3) ORDER BY station_id, fetched_at`,
      [systemId, span.fromAt, span.toAt],
    )
  ).rows;

describe('a span of the past as a file', () => {
  test('says in each row when it was and whether it is real', async () => {
    const lines = (await exported({ format: 'csv' })).toString().trimEnd().split('\r\n');
    expect(lines[0]?.split(',')).toEqual(
      expect.arrayContaining(['stationId', 'at', 'numBikesAvailable', 'tier', 'simulation']),
    );
    expect(lines).toHaveLength(1 + CODES.length + (await changesOf('source')).length);
    expect(lines[1]).toMatch(/^16107,2022-05-30T06:00:00\.000Z,.*,replay$/);
  });

  test.each(['csv', 'parquet'] as const)(
    'as %s can be imported elsewhere as it was',
    async (format) => {
      await enterSystem(database.pool, `from-${format}`, 'replay');
      const file = path.join(rig.directory, `export.${format}`);
      await writeFile(file, await exported({ format }));
      const result = await importHistory(
        rig.deps(`from-${format}`),
        rig.request([file], { stations }),
      );
      expect(result.rejected).toEqual({});
      expect(await changesOf(`from-${format}`)).toEqual(await changesOf('source'));
    },
  );

  test('of an invented city is no history of a real one', async () => {
    await enterSystem(database.pool, 'real');
    const file = path.join(rig.directory, 'invented.csv');
    await writeFile(file, await exported({ format: 'csv' }));
    const loaded = importHistory(rig.deps('real'), rig.request([file], { stations }));
    await expect(loaded).rejects.toMatchObject({ rejected: { simulated: expect.any(Number) } });
  });

  test('as Parquet carries what it is in its footer, and instants as such', async () => {
    const bytes = await exported({ format: 'parquet', stationIds: ['9020'] });
    const file = new Uint8Array(bytes).buffer;
    const footer = parquetMetadata(file);
    expect(footer.key_value_metadata).toContainEqual({
      key: 'limelight.simulation',
      value: 'replay',
    });
    const rows = await parquetReadObjects({ file, metadata: footer });
    expect(new Set(rows.map((row) => row.stationId))).toEqual(new Set(['9020']));
    expect(rows[0]?.at).toEqual(new Date(span.fromAt * 1_000));
  });

  test('as GeoJSON is a point a station, as it stood at the end, with what the span was like', async () => {
    const collection = JSON.parse((await exported({ format: 'geojson' })).toString());
    expect(collection).toMatchObject({
      type: 'FeatureCollection',
      systemId: 'source',
      simulation: 'replay',
      to: '2022-05-31T08:00:00.000Z',
      isUnobserved: true,
    });
    expect(collection.features).toHaveLength(CODES.length);
    const station = collection.features.find((feature: { id: string }) => feature.id === '16107');
    expect(station.geometry).toEqual({ type: 'Point', coordinates: [2.35, 48.85] });
    // The recorder's last look before its hole was at 05:40, of reports from 05:39:15.
    expect(station.properties).toMatchObject({
      at: '2022-05-31T08:00:00.000Z',
      capacity: 20,
      observedMin: 23 * 60 + 39.3,
      fullMin: 0,
    });
    expect(station.properties.emptyMin).toBeGreaterThan(30);
  });
});

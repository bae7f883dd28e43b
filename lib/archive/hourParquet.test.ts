import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { decodeHour, encodeHour } from './hourParquet';
import type { ArchivedStation, HourState } from './hourState';

const hour = new Date('2026-11-23T08:00:00Z');

const station = (over: Partial<ArchivedStation> = {}): ArchivedStation => ({
  stationId: '213688169',
  numBikesAvailable: 4,
  numMechanicalAvailable: 3,
  numEbikesAvailable: 1,
  numDocksAvailable: 20,
  capacity: 25,
  isInstalled: true,
  isRenting: true,
  isReturning: false,
  lastReportedAt: new Date('2026-11-23T07:58:12Z'),
  fetchedAt: new Date('2026-11-23T07:59:00.417Z'),
  ...over,
});

const state = (over: Partial<HourState> = {}): HourState => ({
  systemId: 'velib',
  hour,
  reconstructed: false,
  snapshotFetchedAt: new Date('2026-11-23T07:59:00.417Z'),
  stations: [station()],
  ...over,
});

const count = fc.integer({ min: 0, max: 32_767 });
const instant = fc.date({
  min: new Date('1970-01-02T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const anyStation: fc.Arbitrary<ArchivedStation> = fc.record({
  stationId: fc.string({ unit: 'grapheme', minLength: 1 }),
  numBikesAvailable: count,
  numMechanicalAvailable: fc.option(count),
  numEbikesAvailable: fc.option(count),
  numDocksAvailable: fc.option(count),
  capacity: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  isInstalled: fc.boolean(),
  isRenting: fc.boolean(),
  isReturning: fc.boolean(),
  lastReportedAt: fc.option(instant),
  fetchedAt: instant,
});

describe('encodeHour and decodeHour', () => {
  it('give back any state, and the same bytes for the same state', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStation, { maxLength: 80 }),
        fc.boolean(),
        fc.option(instant),
        async (stations, reconstructed, snapshotFetchedAt) => {
          const given = state({ stations, reconstructed, snapshotFetchedAt });
          const bytes = encodeHour(given);
          expect(await decodeHour(bytes)).toEqual(given);
          expect(Buffer.compare(bytes, encodeHour(structuredClone(given)))).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('write plain column names and instants that any Parquet reader understands', async () => {
    const bytes = encodeHour(state({ reconstructed: true }));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows).toEqual([
      {
        station_id: '213688169',
        hour_at: hour,
        num_bikes_available: 4,
        num_mechanical_available: 3,
        num_ebikes_available: 1,
        num_docks_available: 20,
        capacity: 25,
        is_installed: true,
        is_renting: true,
        is_returning: false,
        last_reported_at: new Date('2026-11-23T07:58:12Z'),
        fetched_at: new Date('2026-11-23T07:59:00.417Z'),
        reconstructed: true,
      },
    ]);
    const { key_value_metadata } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(key_value_metadata).toEqual([
      { key: 'limelight.schema_version', value: '1' },
      { key: 'limelight.system_id', value: 'velib' },
      { key: 'limelight.hour_at', value: '2026-11-23T08:00:00.000Z' },
      { key: 'limelight.reconstructed', value: 'true' },
      { key: 'limelight.snapshot_fetched_at', value: '2026-11-23T07:59:00.417Z' },
    ]);
  });

  it('keep 1,500 stations under 25 kB, all in one row group', () => {
    const stations = Array.from({ length: 1_500 }, (_, i) =>
      station({
        stationId: String(213_688_000 + i * 37),
        numBikesAvailable: (i * 7919) % 40,
        numDocksAvailable: (i * 104_729) % 45,
        lastReportedAt: new Date(hour.getTime() - ((i * 7907) % 600) * 1_000),
        fetchedAt: new Date(hour.getTime() - ((i * 31) % 55) * 60_000),
      }),
    );
    const bytes = encodeHour(state({ stations }));
    expect(bytes.length).toBeLessThan(25_000);
    expect(parquetMetadata(new Uint8Array(bytes).buffer).row_groups).toHaveLength(1);
  });

  it('refuse torn files and files of others', async () => {
    const bytes = encodeHour(state());
    await expect(decodeHour(bytes.slice(0, bytes.length - 9))).rejects.toThrow();
    await expect(decodeHour(new Uint8Array())).rejects.toThrow();
    await expect(decodeHour(Buffer.from('<html>not found</html>'))).rejects.toThrow();
  });
});

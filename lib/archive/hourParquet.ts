import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { z } from 'zod';
import { columnsOf } from './hourColumns';
import type { ArchivedStation, HourState } from './hourState';

/** Grows when a column changes its meaning, goes or is renamed; a new column alone does not. */
const SCHEMA_VERSION = '1';

/** What each file says of itself, beside its rows. */
const metadataSchema = z.object({
  'limelight.schema_version': z.literal(SCHEMA_VERSION),
  'limelight.system_id': z.string(),
  'limelight.hour_at': z.coerce.date(),
  'limelight.reconstructed': z.enum(['true', 'false']),
  'limelight.snapshot_fetched_at': z.coerce.date().nullable(),
});

const rowsSchema = z.array(
  z
    .object({
      station_id: z.string(),
      num_bikes_available: z.int(),
      num_mechanical_available: z.int().nullable(),
      num_ebikes_available: z.int().nullable(),
      num_docks_available: z.int().nullable(),
      capacity: z.int().nullable(),
      is_installed: z.boolean(),
      is_renting: z.boolean(),
      is_returning: z.boolean(),
      last_reported_at: z.date().nullable(),
      fetched_at: z.date(),
    })
    .transform(
      (row): ArchivedStation => ({
        stationId: row.station_id,
        numBikesAvailable: row.num_bikes_available,
        numMechanicalAvailable: row.num_mechanical_available,
        numEbikesAvailable: row.num_ebikes_available,
        numDocksAvailable: row.num_docks_available,
        capacity: row.capacity,
        isInstalled: row.is_installed,
        isRenting: row.is_renting,
        isReturning: row.is_returning,
        lastReportedAt: row.last_reported_at,
        fetchedAt: row.fetched_at,
      }),
    ),
);

/**
 * One hour as a Parquet file: Snappy, one row group, one row a station. The same state always
 * gives the same bytes: the encoder is JavaScript of a locked version and no clock is read.
 */
export function encodeHour(state: HourState): Uint8Array {
  const kvMetadata = [
    { key: 'limelight.schema_version', value: SCHEMA_VERSION },
    { key: 'limelight.system_id', value: state.systemId },
    { key: 'limelight.hour_at', value: state.hour.toISOString() },
    { key: 'limelight.reconstructed', value: String(state.reconstructed) },
    ...(state.snapshotFetchedAt
      ? [{ key: 'limelight.snapshot_fetched_at', value: state.snapshotFetchedAt.toISOString() }]
      : []),
  ];
  const columns = columnsOf(state.hour, state.reconstructed);
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ element: { name }, encoding, value }) => {
      const data = state.stations.map(value);
      return encoding ? { name, data, encoding } : { name, data };
    }),
    schema: [
      { name: 'station_hour', num_children: columns.length },
      ...columns.map(({ element }) => element),
    ],
    kvMetadata,
    rowGroupSize: Math.max(1, state.stations.length),
    createdBy: 'limelight',
  });
  return new Uint8Array(buffer);
}

/**
 * Reads an hour's file back.
 *
 * @throws when the bytes are no such file: torn, of another schema version, or not ours
 */
export async function decodeHour(bytes: Uint8Array): Promise<HourState> {
  const file = new Uint8Array(bytes).buffer; // a copy: hyparquet takes whole buffers only
  const footer = parquetMetadata(file);
  const pairs = (footer.key_value_metadata ?? []).map(({ key, value }) => [key, value]);
  const metadata = metadataSchema.parse({
    'limelight.snapshot_fetched_at': null,
    ...Object.fromEntries(pairs),
  });
  return {
    systemId: metadata['limelight.system_id'],
    hour: metadata['limelight.hour_at'],
    reconstructed: metadata['limelight.reconstructed'] === 'true',
    snapshotFetchedAt: metadata['limelight.snapshot_fetched_at'],
    stations: rowsSchema.parse(await parquetReadObjects({ file, metadata: footer })),
  };
}

import type { SchemaElement } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import type { ArchivedStation } from './hourState';

/** One column of the file: how it is declared and stored, and its value for a station. */
export interface Column {
  element: SchemaElement;
  encoding?: ColumnSource['encoding'];
  value: (station: ArchivedStation) => unknown;
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const COUNT = { type: 'INT32' } as const;
const FLAG = { type: 'BOOLEAN' } as const;
/** Milliseconds, and marked as UTC instants: readers then show no bare local times. */
const INSTANT = {
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
} as const;
const REQUIRED = { repetition_type: 'REQUIRED' } as const;
const OPTIONAL = { repetition_type: 'OPTIONAL' } as const;

/**
 * The columns, in the order of the file. It is `hour_at`, not `hour`: engines that read `hour=08` from the key hide a
 * column of that name.
 */
export function columnsOf(hour: Date, reconstructed: boolean): Column[] {
  const optionalCount = (name: string, value: Column['value']): Column => ({
    element: { name, ...COUNT, ...OPTIONAL },
    value,
  });
  const flag = (name: string, value: Column['value']): Column => ({
    element: { name, ...FLAG, ...REQUIRED },
    value,
  });
  return [
    {
      element: { name: 'station_id', ...TEXT, ...REQUIRED },
      encoding: 'DELTA_BYTE_ARRAY',
      value: (s) => s.stationId,
    },
    { element: { name: 'hour_at', ...INSTANT, ...REQUIRED }, value: () => hour },
    {
      element: { name: 'num_bikes_available', ...COUNT, ...REQUIRED },
      value: (s) => s.numBikesAvailable,
    },
    optionalCount('num_mechanical_available', (s) => s.numMechanicalAvailable),
    optionalCount('num_ebikes_available', (s) => s.numEbikesAvailable),
    optionalCount('num_docks_available', (s) => s.numDocksAvailable),
    optionalCount('capacity', (s) => s.capacity),
    flag('is_installed', (s) => s.isInstalled),
    flag('is_renting', (s) => s.isRenting),
    flag('is_returning', (s) => s.isReturning),
    {
      element: { name: 'last_reported_at', ...INSTANT, ...OPTIONAL },
      encoding: 'DELTA_BINARY_PACKED',
      value: (s) => s.lastReportedAt,
    },
    {
      element: { name: 'fetched_at', ...INSTANT, ...REQUIRED },
      encoding: 'DELTA_BINARY_PACKED',
      value: (s) => s.fetchedAt,
    },
    flag('reconstructed', () => reconstructed),
  ];
}

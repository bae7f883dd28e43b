import { z } from 'zod';
import type { HistoryReader, PastCity } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { type SpanSummary, summariseSpan } from '@/lib/pipeline/summariseSpan';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { isoOf } from './cityAbout';
import { aboutFields, utcField } from './fields';
import { streamHistoryRows } from './historyRows';
import { historyRowSchema } from './routes/historyRoute';
import { placeFields, statusFields } from './stationRow';
import type { TableAbout } from './table/apiTable';
import { tablePieces } from './table/tablePieces';

export const HISTORY_FILE_FORMATS = ['csv', 'parquet', 'geojson'] as const;
export type HistoryFileFormat = (typeof HISTORY_FILE_FORMATS)[number];

export interface HistoryExport {
  format: HistoryFileFormat;
  span: Span;
  /** All where it is left out. */
  stationIds?: readonly string[];
  /** Whose stations these are, and whether they are real. */
  about: { systemId: string; systemName: string; simulation: 'generated' | 'replay' | null };
}

/** Rows of a file that says in each of them whether it is real: CSV has no other place for it. */
const fileRowSchema = z.strictObject({
  ...historyRowSchema.shape,
  simulation: aboutFields.simulation,
});

const minutesField = z.number().describe('Minutes of the span.');

/** A station at the end of a span, and how it fared until then. */
const stationSpanSchema = z.strictObject({
  ...placeFields,
  ...statusFields,
  at: utcField.describe('The end of the span: place and counts are as of then.'),
  observedMin: minutesField,
  openMin: minutesField,
  emptyMin: minutesField,
  fullMin: minutesField,
  minBikes: z.int().nullable(),
  maxBikes: z.int().nullable(),
  meanBikes: z.number().nullable(),
});

/**
 * A span of the past as a file, piece by piece, as it is read. CSV and Parquet hold every
 * observation by time and then by station, each station's opening state first; GeoJSON one point a
 * station, as it stood at the span's end and with what the span was like for it.
 */
export async function* exportHistory(
  reader: HistoryReader,
  { format, span, stationIds, about }: HistoryExport,
): AsyncGenerator<string | Uint8Array> {
  const fileAbout = { ...about, from: isoOf(span.fromAt), to: isoOf(span.toAt) };
  if (format === 'geojson') yield* stationFile(reader, span, stationIds, fileAbout);
  else {
    const batches = markedRows(streamHistoryRows(reader, span, stationIds), about.simulation);
    const table = { name: 'history', schema: fileRowSchema, about: fileAbout, batches };
    yield* tablePieces(table, format);
  }
}

async function* markedRows<Row extends object>(
  batches: AsyncIterable<Row[]>,
  simulation: HistoryExport['about']['simulation'],
) {
  for await (const rows of batches) yield rows.map((row) => ({ ...row, simulation }));
}

async function* stationFile(
  reader: HistoryReader,
  span: Span,
  stationIds: readonly string[] | undefined,
  about: TableAbout,
): AsyncGenerator<string | Uint8Array> {
  const city = await reader.readCityAt(new Date(span.toAt * 1_000));
  const unobserved = await reader.readUnobserved(span);
  const summaries = await summariseSpan(reader.streamRows(span, stationIds), span, unobserved);
  const wanted = stationIds && new Set(stationIds);
  const rows = city
    ? stationRows(city, summaries).filter((row) => wanted?.has(row.stationId) ?? true)
    : [];
  yield* tablePieces(
    {
      name: 'stations',
      schema: stationSpanSchema,
      about: { ...about, isUnobserved: city?.isUnobserved ?? true },
      batches: [rows],
    },
    'geojson',
  );
}

function stationRows(
  { at, stations, status }: PastCity,
  summaries: ReadonlyMap<string, SpanSummary>,
): z.infer<typeof stationSpanSchema>[] {
  return stations.stationId.map((stationId, i) => {
    const flags = status.flags[i] ?? null;
    const has = (flag: number) => (flags === null ? null : (flags & flag) !== 0);
    return {
      stationId,
      stationCode: stations.stationCode[i] ?? null,
      name: stations.name[i]!,
      lat: stations.lat[i]!,
      lon: stations.lon[i]!,
      capacity: stations.capacity[i] ?? null,
      districtId: stations.districtId[i] ?? null,
      at: isoOf(at),
      numBikesAvailable: status.numBikesAvailable[i] ?? null,
      numMechanicalAvailable: status.numMechanicalAvailable[i] ?? null,
      numEbikesAvailable: status.numEbikesAvailable[i] ?? null,
      numDocksAvailable: status.numDocksAvailable[i] ?? null,
      isInstalled: has(FLAG_INSTALLED),
      isRenting: has(FLAG_RENTING),
      isReturning: has(FLAG_RETURNING),
      lastReportedAt: isoOf(status.lastReportedAt[i] ?? null),
      ...summaryFields(summaries.get(stationId)),
    };
  });
}

/** Zero minutes for a station that nobody observed in the span. */
function summaryFields(summary: SpanSummary | undefined) {
  const tenths = (value: number) => Math.round(value * 10) / 10;
  return {
    observedMin: tenths(summary?.observedMin ?? 0),
    openMin: tenths(summary?.openMin ?? 0),
    emptyMin: tenths(summary?.emptyMin ?? 0),
    fullMin: tenths(summary?.fullMin ?? 0),
    minBikes: summary?.minBikes ?? null,
    maxBikes: summary?.maxBikes ?? null,
    meanBikes: summary?.meanBikes == null ? null : Math.round(summary.meanBikes * 100) / 100,
  };
}

import { csvCell } from '@/lib/pipeline/exportStations';
import type { ApiFormat } from '../apiFormat';
import type { ApiTable, TableAbout, TableRow } from './apiTable';
import { parquetPieces } from './parquetPieces';

/** A table in a format, piece by piece: no more than a batch of it is held at a time. */
export function tablePieces(
  table: ApiTable,
  format: ApiFormat,
): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case 'json':
      return listPieces(table, `{${aboutText(table.about)}"${table.name}":[`, (row) => row);
    case 'geojson': {
      const opening = `{"type":"FeatureCollection",${aboutText(table.about)}"features":[`;
      return listPieces(table, opening, featureOf);
    }
    case 'ndjson':
      return linePieces(table, (row) => `${JSON.stringify(row)}\n`);
    case 'csv':
      return csvPieces(table);
    case 'parquet':
      return parquetPieces(table);
  }
}

/** The members of an object as text, each followed by a comma. */
function aboutText(about: TableAbout): string {
  return Object.entries(about)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`)
    .join('');
}

async function* listPieces(
  { batches }: ApiTable,
  opening: string,
  shape: (row: TableRow) => unknown,
): AsyncGenerator<string> {
  let before = opening;
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => JSON.stringify(shape(row))).join(',\n');
    before = ',\n';
  }
  yield `${before === opening ? opening : ''}]}`;
}

async function* linePieces(
  { batches }: ApiTable,
  line: (row: TableRow) => string,
): AsyncGenerator<string> {
  for await (const rows of batches) if (rows.length > 0) yield rows.map(line).join('');
}

/** RFC 4180, with a line of names; instants are ISO 8601, UTC. */
async function* csvPieces(table: ApiTable): AsyncGenerator<string> {
  const columns = Object.keys(table.schema.shape);
  yield `${columns.join(',')}\r\n`;
  yield* linePieces(table, (row) => {
    const values = row as Readonly<Record<string, string | number | boolean | null>>;
    return `${columns.map((column) => csvCell(values[column] ?? null)).join(',')}\r\n`;
  });
}

interface StationPlace {
  stationId: string;
  lat: number;
  lon: number;
}

/** A row that has a place, as a point (RFC 7946: longitude first). */
function featureOf(row: TableRow) {
  const { lat, lon, ...properties } = row as StationPlace;
  return {
    type: 'Feature',
    id: properties.stationId,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  };
}

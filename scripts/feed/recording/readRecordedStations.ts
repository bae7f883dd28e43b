import { readLineBatches, splitCsvLine } from './csvLines';

/** A station as the recording's companion file describes it. */
export interface RecordedStation {
  /** What the recording calls it: the code, else the id. */
  code: string;
  stationCode: string | null;
  stationId: string | null;
  name: string;
  lat: number;
  lon: number;
  capacity: number | null;
}

/**
 * Reads the stations of a recording from CSV: `station_code` (or `station_id`), `name`, `lat`,
 * `lon` and, where known, `capacity`.
 *
 * @throws Error when a needed column is missing or a position is no number
 */
export async function readRecordedStations(path: string): Promise<RecordedStation[]> {
  const lines: string[] = [];
  for await (const batch of readLineBatches(path)) lines.push(...batch);
  const header = splitCsvLine(lines[0] ?? '');
  const stationCodeAt = header.indexOf('station_code');
  const stationIdAt = header.indexOf('station_id');
  const codeAt = stationCodeAt >= 0 ? stationCodeAt : stationIdAt;
  const [nameAt, latAt, lonAt] = ['name', 'lat', 'lon'].map((name) => header.indexOf(name));
  const capacityAt = header.indexOf('capacity');
  if (codeAt < 0 || nameAt! < 0 || latAt! < 0 || lonAt! < 0) {
    throw new Error(`${path} needs station_code, name, lat and lon; it has ${header.join(', ')}`);
  }
  return lines.slice(1).map((line) => {
    const cells = splitCsvLine(line);
    const station = {
      code: cells[codeAt] ?? '',
      stationCode: cells[stationCodeAt] || null,
      stationId: cells[stationIdAt] || null,
      name: cells[nameAt!] ?? '',
      lat: Number(cells[latAt!]),
      lon: Number(cells[lonAt!]),
      capacity: cells[capacityAt] ? Number(cells[capacityAt]) : null,
    };
    if (!Number.isFinite(station.lat) || !Number.isFinite(station.lon)) {
      throw new Error(`${path}: no position in "${line}"`);
    }
    return station;
  });
}

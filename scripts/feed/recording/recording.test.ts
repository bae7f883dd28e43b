import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingsDir } from '@/lib/env/testEnv';
import { startFeedServer } from '../feedServer';
import { readLineBatches, splitCsvLine } from './csvLines';
import { readReports } from './readReports';

const velib = path.join(recordingsDir(), 'velib');
const csvFile = path.join(velib, 'velib_2022-05_2022-06_reports.csv.gz');
const stationsFile = path.join(velib, 'velib_stations_2022-06.csv');

/** The last report of each station at or before a moment, found by reading every line. */
async function lastReports(until: string): Promise<Map<string, string[]>> {
  const last = new Map<string, string[]>();
  for await (const lines of readLineBatches(csvFile)) {
    for (const line of lines) {
      const cells = splitCsvLine(line);
      const [reported, code] = cells as [string, string];
      const known = last.get(code)?.[0] ?? '';
      if (reported.startsWith('20') && reported <= until && reported >= known)
        last.set(code, cells);
    }
  }
  return last;
}

const present = existsSync(csvFile);
describe.skipIf(!present)(
  `the recording of May 2022${present ? '' : ' (skipped: no recordings beside the project)'}`,
  () => {
    it('is the same from CSV and from Parquet', async () => {
      const csv = await readReports(csvFile);
      const parquet = await readReports(path.join(velib, 'velib_2022-05_2022-06_reports.parquet'));
      expect(csv.rows).toBe(814_076);
      expect(csv.codes).toHaveLength(1_423);
      for (const column of [
        'reportedS',
        'fetchedS',
        'bikes',
        'ebike',
        'docks',
        'capacity',
      ] as const) {
        expect(
          Buffer.compare(bytesOf(csv[column], csv.rows), bytesOf(parquet[column], csv.rows)),
        ).toBe(0);
      }
    });

    it('is served as it was at five in the morning of 17 May, and an hour later', async () => {
      let now = new Date('2026-11-24T07:00:00Z');
      const server = await startFeedServer({
        city: {
          kind: 'replay',
          reportsFile: csvFile,
          stationsFile,
          columns: {},
          by: 'reported',
          loop: false,
          label: 'Vélib’',
        },
        startAt: new Date('2022-05-17T05:00:00Z'),
        times: 'recorded',
        port: 0,
        periodS: 0,
        clock: () => now,
      });
      for (const moment of ['2022-05-17 05:00:00', '2022-05-17 06:00:00']) {
        const response = await fetch(server.url.replace('gbfs.json', 'station_status.json'));
        const { data } = (await response.json()) as { data: { stations: ServedStation[] } };
        const expected = await lastReports(moment);
        expect(data.stations).toHaveLength(expected.size);
        for (const station of data.stations) {
          const [reported, , , , bikes, , ebike, docks] = expected.get(station.stationCode)!;
          expect(station.numBikesAvailable).toBe(Number(bikes));
          expect(station.num_bikes_available_types[1]!.ebike).toBe(Number(ebike));
          expect(station.num_docks_available).toBe(Number(docks));
          expect(station.last_reported).toBe(Date.parse(`${reported}Z`) / 1_000);
        }
        now = new Date(now.getTime() + 3_600_000);
        server.engine.advance();
      }
      await server.close();
    });
  },
);

interface ServedStation {
  stationCode: string;
  numBikesAvailable: number;
  num_bikes_available_types: { ebike?: number }[];
  num_docks_available: number;
  last_reported: number;
}

function bytesOf(column: Uint32Array | Int16Array, rows: number): Buffer {
  const { buffer, byteOffset, BYTES_PER_ELEMENT } = column;
  return Buffer.from(buffer, byteOffset, rows * BYTES_PER_ELEMENT);
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordingsDir } from '@/lib/env/testEnv';
import { defaultSettings } from '@/lib/settings/settings';
import { seededRng } from '@/lib/units/rng';
import { assessCity } from './assessCity';
import { SEVERITIES } from './assessment';
import { buildNeighbours } from './neighbours';
import { type AssessableStation, testCity, testStation } from './testCity';
import { assessPlainly } from './testPlainAssessment';

const reportsPath = path.join(recordingsDir(), 'velib/velib_2022-05_2022-06_reports.csv.gz');
const stationsPath = path.join(recordingsDir(), 'velib/velib_stations_2022-06.csv');
const isRecorded = existsSync(reportsPath) && existsSync(stationsPath);

describe.skipIf(!isRecorded)(
  'Paris on 17 May 2022, 05:00 UTC (skips without the recordings)',
  () => {
    let rows: AssessableStation[];
    let medianReportedAt: number;

    beforeAll(() => {
      rows = recordedCity('2022-05-17 05:00:00');
      const reports = rows.flatMap((row) => row.lastReportedAt ?? []).sort((a, b) => a - b);
      medianReportedAt = reports[Math.floor((reports.length - 1) / 2)]!;
    });

    it('is judged as the slow, plain judgement does', () => {
      const rng = seededRng(20_220_517);
      const vehicles = Array.from({ length: 2_000 }, () => ({
        lat: 48.82 + rng() * 0.08,
        lon: 2.26 + rng() * 0.15,
      }));
      for (const parked of [[], vehicles]) {
        const city = testCity(rows, parked, medianReportedAt);
        const fast = assessCity(city, defaultSettings, buildNeighbours(city.stations));
        expect(fast).toEqual(assessPlainly(city, defaultSettings));
      }
    });

    it('has short, well stocked and unknown stations, none of them all', () => {
      const city = testCity(rows, [], medianReportedAt);
      const columns = assessCity(city, defaultSettings, buildNeighbours(city.stations));
      expect(rows.length).toBeGreaterThan(1_300);
      for (const severity of SEVERITIES) {
        const count = columns.severity.filter((code) => SEVERITIES[code] === severity).length;
        expect(count, severity).toBeGreaterThan(5);
        expect(count, severity).toBeLessThan(rows.length * 0.8);
      }
      const short = columns.shortage.flatMap((shortage, i) => (shortage > 0 ? [i] : []));
      const covered = short.filter((i) => columns.covered[i]);
      expect(covered.length / short.length).toBeGreaterThan(0.2);
      expect(covered.length / short.length).toBeLessThan(0.9);
    });
  },
);

/** Every station's last report at or before `until` ("YYYY-MM-DD hh:mm:ss", UTC). */
function recordedCity(until: string): AssessableStation[] {
  const latest = new Map<string, string[]>();
  for (const line of gunzipSync(readFileSync(reportsPath)).toString().split('\n').slice(1)) {
    const row = line.split(',');
    const [reportedAt = '', code = ''] = row;
    const known = latest.get(code)?.[0] ?? '';
    if (reportedAt > known && reportedAt <= until) latest.set(code, row);
  }
  const stations = readFileSync(stationsPath, 'utf8').trim().split('\n').slice(1);
  return stations.flatMap((line) => {
    // Names may hold commas; the code leads and the numbers end each line.
    const fields = line.split(',');
    const [lat, lon, capacity] = fields.slice(-3).map(Number);
    const row = latest.get(fields[0]!);
    if (!row) return [];
    return testStation({
      stationId: fields[0]!,
      lat: lat!,
      lon: lon!,
      capacity: capacity!,
      bikes: Number(row[4]),
      flags: Number(row[9]) + 2 * Number(row[10]) + 4 * Number(row[11]),
      lastReportedAt: Date.parse(`${row[0]!.replace(' ', 'T')}Z`) / 1000,
    });
  });
}

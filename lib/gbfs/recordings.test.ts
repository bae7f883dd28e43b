import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingsDir } from '@/lib/env/testEnv';
import { parseBody } from './body';
import { mapDiscovery } from './mapDiscovery';
import { mapDistricts } from './mapDistricts';
import { mapOpendataStations, mapOpendataStatus } from './mapOpendata';
import type { Mapped } from './mapped';
import { mapStations } from './mapStations';
import { mapStatus } from './mapStatus';
import { mapSystem } from './mapSystem';
import { mapVehicles } from './mapVehicles';

const root = path.resolve(recordingsDir());
const fetchedAt = new Date('2026-11-23T00:00:00Z');
const facts = { fetchedAt, maxBadShare: 0, vehicleTypes: new Map() };

const read = (file: string) => parseBody(readFileSync(path.join(root, file)));
/** The oracle reads the file plainly, knowing nothing of the mappers. */
const plain = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const accept = <T>(mapped: Mapped<T>): T => {
  if (mapped.kind === 'refused') throw new Error(`${mapped.reason}: ${mapped.message}`);
  return mapped.value;
};

interface PlainStation {
  station_id: string | number;
  num_bikes_available: number;
  num_docks_available: number;
  is_renting: boolean | number;
  last_reported?: number;
}

describe.skipIf(!existsSync(root))(
  'recorded feeds (skipped where the recordings are absent)',
  () => {
    it.each([
      ['raw_api/velib_gbfs_2022-02/station_status.json', 1439],
      ['raw_api/oslo_gbfs/station_status_v2.2_int_flags_2022-10-23T1948Z.json', 260],
      ['raw_api/oslo_gbfs/station_status_v2.2_bool_flags_vehicle_types_2023-05-23T1743Z.json', 261],
      ['raw_api/oslo_gbfs/station_status_v2.3_num_vehicles_2024-11-30T2342Z.json', 255],
      ['raw_api/other_cities_gbfs/boston_station_status.json', 478],
      ['raw_api/other_cities_gbfs/madrid_station_status.json', 611],
      ['raw_api/other_cities_gbfs/montreal_station_status.json', 845],
    ])('%s: every station, with the recorded numbers', (file, count) => {
      const { stations } = accept(mapStatus(read(file), facts));
      const recorded: PlainStation[] = plain(file).data.stations;
      expect(stations).toHaveLength(count);
      expect(
        stations.map((s) => [
          s.stationId,
          s.numBikesAvailable,
          s.numDocksAvailable,
          s.isRenting,
          s.lastReportedAt?.getTime(),
        ]),
      ).toEqual(
        recorded.map((s) => [
          String(s.station_id),
          s.num_bikes_available,
          s.num_docks_available,
          Boolean(s.is_renting),
          // Montreal marks with 86400 that a station never reported.
          s.last_reported && s.last_reported > 86_400 ? s.last_reported * 1000 : undefined,
        ]),
      );
    });

    it("Vélib's four files fit together", () => {
      const dir = 'raw_api/velib_gbfs_2022-02';
      const urls = accept(mapDiscovery(read(`${dir}/gbfs.json`), 'https://x.example/', fetchedAt));
      expect([...urls.keys()]).toContain('station_status');
      expect(accept(mapSystem(read(`${dir}/system_information.json`), fetchedAt))).toMatchObject({
        timezone: 'Europe/Paris',
      });
      const stations = accept(mapStations(read(`${dir}/station_information.json`), facts));
      const status = accept(mapStatus(read(`${dir}/station_status.json`), facts));
      const described = new Set(stations.map((s) => s.stationId));
      const orphans = status.stations.filter((s) => !described.has(s.stationId));
      expect(stations.length).toBeGreaterThan(1_400);
      expect(orphans).toEqual([]);
      const byType = status.stations.map((s) => s.numMechanicalAvailable! + s.numEbikesAvailable!);
      expect(byType).toEqual(status.stations.map((s) => s.numBikesAvailable));
    });

    it("Oslo's stations", () => {
      const file = 'raw_api/oslo_gbfs/station_information_2022-10-23.json';
      expect(accept(mapStations(read(file), facts))).toHaveLength(plain(file).data.stations.length);
    });

    it('opendata: rows of records and of exports, joined by code', () => {
      const rows: { stationcode: string }[] = [
        ...plain('raw_api/velib_ods/records_limit100_2023-12-01T0146Z.json').results,
        ...plain('raw_api/excerpts/velib_ods_export_2026-09-18_first2.json'),
      ];
      const codes = new Set(rows.map((row) => row.stationcode));
      const stationIdByCode = new Map([...codes].map((code) => [code, `id-${code}`]));
      const context = { ...facts, stationIdByCode };
      expect(accept(mapOpendataStatus(rows, context)).stations).toHaveLength(codes.size);
      expect(accept(mapOpendataStations(rows, context))).toHaveLength(codes.size);

      const places = plain('raw_api/excerpts/velib-emplacement-des-stations_export_first3.json');
      const mapped = mapOpendataStations(places, {
        ...context,
        stationIdByCode: new Map([['8103', 'x']]),
      });
      expect(accept(mapped)).toMatchObject([
        { stationId: 'x', name: 'Artois - Berri', capacity: 23 },
      ]);
    });

    it.each(['tier_wolfsburg', 'voi_marseille'])('own vehicles as %s serves them', (operator) => {
      const file = `raw_api/excerpts/${operator}_free_bike_status_v2.3_first3.json`;
      const vehicles = accept(mapVehicles(read(file), { ...facts, defaultKind: 'scooter' }));
      expect(vehicles).toHaveLength(3);
      expect(vehicles.every((v) => v.kind === 'scooter' && v.rangeM! > 1_000)).toBe(true);
    });

    it('what is no GBFS is refused', () => {
      const lime = read('raw_api/excerpts/lime_paris_MaxHalford_2023-11-14.geojson');
      expect(mapStatus(lime, facts)).toMatchObject({ reason: 'badEnvelope' });
    });

    it.each([
      ['geo/paris_arrondissements.geojson', 1, 20],
      ['geo/paris_quartiers.geojson', 2, 80],
      ['geo/communes_idf.geojson', 1, 1287],
    ])('%s: every district', (file, level, count) => {
      const districts = accept(mapDistricts(read(file), { level, maxBadShare: 0 }));
      expect(districts).toHaveLength(count);
      expect(districts.every((d) => d.code !== null && d.level === level)).toBe(true);
    });
  },
);

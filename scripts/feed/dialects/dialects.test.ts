import { describe, expect, it } from 'vitest';
import { mapOpendataStatus } from '@/lib/gbfs/mapOpendata';
import { mapStations } from '@/lib/gbfs/mapStations';
import { mapStatus } from '@/lib/gbfs/mapStatus';
import { mapSystem } from '@/lib/gbfs/mapSystem';
import { mapVehicles } from '@/lib/gbfs/mapVehicles';
import { mapVehicleTypes } from '@/lib/gbfs/mapVehicleTypes';
import type { OwnVehicle, StationInformation, StationStatus } from '@/lib/stations/station';
import type { Content } from '../faults/contentFaults';
import { FeedFiles } from '../http/feedFiles';
import { DIALECT_NAMES } from './dialect';
import { dialectNamed } from './dialectNamed';

const lastUpdatedAt = new Date('2026-11-24T07:00:00Z');
const stations: StationInformation[] = [
  {
    stationId: '53200000123',
    stationCode: '04001',
    name: 'Arago - Écluse',
    lat: 48.85,
    lon: 2.34,
    capacity: 30,
  },
  {
    stationId: '36255',
    stationCode: '31024_relais',
    name: 'Relais',
    lat: 48.86,
    lon: 2.41,
    capacity: 12,
  },
];
const status: StationStatus = {
  stationId: '53200000123',
  numBikesAvailable: 7,
  numMechanicalAvailable: 4,
  numEbikesAvailable: 3,
  numDocksAvailable: 21,
  isInstalled: true,
  isRenting: false,
  isReturning: true,
  lastReportedAt: new Date('2026-11-24T06:59:20Z'),
};
const statuses = [status, { ...status, stationId: '36255', lastReportedAt: null }];
const vehicle: OwnVehicle = {
  vehicleId: 'ab12',
  lat: 48.85,
  lon: 2.34,
  kind: 'scooter',
  isReserved: false,
  isDisabled: true,
  rangeM: 12_000,
  lastReportedAt: lastUpdatedAt,
};
const content: Content = { lastUpdatedAt, stations, statuses, blankShare: 0 };
const context = { fetchedAt: new Date('2026-11-24T07:00:30Z'), maxBadShare: 0.2 };

describe.each(DIALECT_NAMES)('what is written in dialect %s', (name) => {
  const files = new FeedFiles(dialectNamed(name), 60);
  const types = mapVehicleTypes(JSON.parse(files.vehicleTypes(lastUpdatedAt)), context.fetchedAt);
  const vehicleTypes = types.kind === 'accepted' ? types.value : new Map();

  it("is read back by the project's own reader as it was", () => {
    const read = mapStatus(JSON.parse(files.statuses(content)), { ...context, vehicleTypes });
    expect(read.kind === 'accepted' && read.value.stations).toEqual(statuses);
    expect(read.detail.lastUpdatedAt).toEqual(lastUpdatedAt);
    const information = mapStations(JSON.parse(files.stations(content)), context);
    expect(information.kind === 'accepted' && information.value).toEqual(stations);
  });

  it('says that it is a simulation', () => {
    const description = {
      systemId: 'x',
      name: 'Simulated city',
      timezone: 'Europe/Paris',
      simulation: 'generated',
    } as const;
    const system = mapSystem(
      JSON.parse(files.system(description, lastUpdatedAt)),
      context.fetchedAt,
    );
    expect(system.kind === 'accepted' && system.value).toMatchObject({
      name: 'Simulated city',
      simulation: 'generated',
    });
  });

  it('carries the own fleet', () => {
    const file = JSON.parse(files.vehicles([vehicle], lastUpdatedAt));
    const read = mapVehicles(file, { ...context, vehicleTypes, defaultKind: 'other' });
    expect(read.kind === 'accepted' && read.value).toEqual([vehicle]);
  });
});

describe('what is written as open-data export', () => {
  it('is read back but for stations that are not described', () => {
    const files = new FeedFiles(dialectNamed('velib'), 60);
    const orphan = { ...status, stationId: '1' };
    const rows = JSON.parse(
      files.opendataStatuses({ ...content, statuses: [...statuses, orphan] }),
    );
    const stationIdByCode = new Map(stations.map((s) => [s.stationCode!, s.stationId]));
    const read = mapOpendataStatus(rows, { ...context, stationIdByCode });
    expect(read.kind === 'accepted' && read.value.stations).toEqual(statuses);
  });
});

import { describe, expect, it } from 'vitest';
import type { CityView } from './cityView';
import { csvCell, exportStations } from './exportStations';
import { tabSeparated } from './tabSeparated';

const view = {
  base: {
    systemId: 'paris',
    systemName: 'Paris',
    timezone: 'Europe/Paris',
    simulation: 'replay',
    districts: [],
    stations: {
      stationId: ['1', '2'],
      stationCode: ['0016', null],
      name: ['=HYPERLINK("http://evil")', 'Marché, Sud'],
      lat: [48.85, 48.86],
      lon: [2.35, 2.36],
      capacity: [30, null],
      districtId: ['q1', null],
    },
  },
  frame: {
    marker: { statusVersion: 3, stationsVersion: 1, vehiclesVersion: 0, settingsVersion: 4 },
    freshness: { fetchedAt: 1_652_767_200, lastUpdatedAt: null },
    status: {
      numBikesAvailable: [9, 0],
      numMechanicalAvailable: [4, 0],
      numEbikesAvailable: [5, 0],
      numDocksAvailable: [20, null],
      flags: [7, 3],
      lastReportedAt: [1_652_767_140, null],
      phantomBikes: [0, 0],
    },
    assessment: {
      severity: [3, 0],
      unknownReason: [null, null],
      usableBikes: [9, 0],
      targetBikes: [6, 3],
      shortage: [0, 3],
      uncoveredShortage: [0, 3],
      covered: [0, 0],
      nearestWithBikes: [null, 0],
      nearestWithBikesM: [null, 410],
      vehiclesNear: [0, 0],
      rank: [1, 0],
    },
  },
} as unknown as CityView;

describe('export', () => {
  it('gives JSON records, worst first, with the age and the truth of the data', () => {
    const { body } = exportStations(view, 'json');
    const parsed = JSON.parse(body);
    expect(parsed).toMatchObject({
      simulation: 'replay',
      fetchedAt: '2022-05-17T06:00:00.000Z',
      settingsVersion: 4,
    });
    expect(parsed.stations[0]).toMatchObject({
      stationId: '2',
      severity: 'empty',
      shortage: 3,
      nearestWithBikesId: '1',
      nearestWithBikesM: 410,
      isReturning: false,
      isRenting: true,
      lastReportedAt: null,
      rank: 1,
    });
    expect(parsed.stations[1].stationCode).toBe('0016');
  });

  it('gives GeoJSON points as lon, lat', () => {
    const parsed = JSON.parse(exportStations(view, 'geojson').body);
    expect(parsed.features[1].geometry).toEqual({ type: 'Point', coordinates: [2.35, 48.85] });
    expect(parsed.features[1].properties.numBikesAvailable).toBe(9);
  });

  it('gives CSV that no spreadsheet runs as a formula', () => {
    const lines = exportStations(view, 'csv').body.split('\r\n');
    expect(lines[0]).toMatch(/^systemId,stationId,stationCode,name,lat,lon,capacity/);
    expect(lines[1]).toContain('"Marché, Sud"');
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(null)).toBe('');
  });

  it('gives some stations only, still worst first', () => {
    const some = (indexes: number[]) =>
      JSON.parse(exportStations(view, 'json', indexes).body).stations.map(
        ({ stationId }: { stationId: string }) => stationId,
      );
    expect(some([0])).toEqual(['1']);
    expect(some([0, 1])).toEqual(['2', '1']);
    expect(some([])).toEqual([]);
  });

  it('gives a table to paste, one cell a field whatever a name holds', () => {
    const odd = structuredClone(view);
    odd.base.stations.name[1] = 'Sud\tEst\nQuai';
    const [head, ...rows] = tabSeparated(odd, [0, 1]).split('\n');
    expect(head?.split('\t').slice(0, 4)).toEqual(['systemId', 'stationId', 'stationCode', 'name']);
    expect(rows.map((row) => row.split('\t').length)).toEqual(
      rows.map(() => head?.split('\t').length),
    );
    expect(rows[0]).toContain('\tSud Est Quai\t');
    expect(rows[1]).toContain(`\t'=HYPERLINK("http://evil")\t`);
    expect(tabSeparated(odd, [])).toBe('');
  });
});

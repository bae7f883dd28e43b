import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Thresholds } from '@/lib/settings/settingValues';
import { assessCity } from './assessCity';
import { SEVERITIES } from './assessment';
import { buildNeighbours } from './neighbours';
import { type AssessableStation, assessmentOf, testCity, testStation } from './testCity';
import { stationsArbitrary, thresholdsArbitrary, vehiclesArbitrary } from './testCityArbitrary';
import { assessPlainly } from './testPlainAssessment';

type Vehicles = Parameters<typeof testCity>[1];

const OK = SEVERITIES.indexOf('ok');
const UNKNOWN = SEVERITIES.indexOf('unknown');

function assess(rows: AssessableStation[], vehicles: Vehicles, thresholds: Thresholds) {
  const city = testCity(rows, vehicles);
  return assessCity(city, thresholds, buildNeighbours(city.stations));
}

/** Runs a check on many cities. */
function always(
  check: (
    rows: AssessableStation[],
    vehicles: NonNullable<Vehicles>,
    thresholds: Thresholds,
  ) => void,
) {
  fc.assert(fc.property(stationsArbitrary, vehiclesArbitrary, thresholdsArbitrary, check), {
    numRuns: 300,
  });
}

describe('assessCity, for any city and any thresholds', () => {
  it('equals the slow, plain judgement', () => {
    always((rows, vehicles, thresholds) => {
      const plain = assessPlainly(testCity(rows, vehicles), thresholds);
      expect(assess(rows, vehicles, thresholds)).toEqual(plain);
    });
  });

  it('more bikes at a station never raise its severity, shortage or uncovered shortage', () => {
    always((rows, vehicles, thresholds) => {
      const before = assess(rows, vehicles, thresholds);
      const more = rows.map((row, i) =>
        i === 0 && row.bikes !== null ? { ...row, bikes: row.bikes + 1 } : row,
      );
      const after = assess(more, vehicles, thresholds);
      expect(after.severity[0]).toBeGreaterThanOrEqual(before.severity[0]!);
      expect(after.shortage[0]).toBeLessThanOrEqual(before.shortage[0]!);
      expect(after.uncoveredShortage[0]).toBeLessThanOrEqual(before.uncoveredShortage[0]!);
    });
  });

  it('an unknown never counts as a deficit, covers nobody and comes last', () => {
    always((rows, vehicles, thresholds) => {
      const columns = assess(rows, vehicles, thresholds);
      const known = columns.severity.filter((severity) => severity !== UNKNOWN).length;
      rows.forEach((_, i) => {
        const { nearestWithBikes, ...one } = assessmentOf(columns, i);
        expect(one.severity === UNKNOWN).toBe(one.unknownReason !== null);
        if (nearestWithBikes !== null) expect(columns.severity[nearestWithBikes]).not.toBe(UNKNOWN);
        if (one.severity !== UNKNOWN) return;
        expect(one).toMatchObject({ shortage: 0, uncoveredShortage: 0, covered: 0 });
        expect(one.rank).toBeGreaterThanOrEqual(known);
      });
    });
  });

  it('the order of the stations does not matter', () => {
    always((rows, vehicles, thresholds) => {
      const shuffled = [...rows].sort((a, b) => (a.stationId < b.stationId ? -1 : 1));
      const byId = (order: AssessableStation[]) => {
        const columns = assess(order, vehicles, thresholds);
        return new Map(
          order.map((row, i) => {
            const { nearestWithBikes, ...one } = assessmentOf(columns, i);
            const nearest = nearestWithBikes === null ? null : order[nearestWithBikes]!.stationId;
            return [row.stationId, { ...one, nearest }];
          }),
        );
      };
      expect(byId(shuffled)).toEqual(byId(rows));
    });
  });

  it('no uncovered shortage exceeds the shortage, and only covered ones fall short of it', () => {
    always((rows, vehicles, thresholds) => {
      const { shortage, uncoveredShortage, covered, severity } = assess(rows, vehicles, thresholds);
      rows.forEach((_, i) => {
        expect(uncoveredShortage[i]).toBeGreaterThanOrEqual(0);
        expect(uncoveredShortage[i]).toBeLessThanOrEqual(shortage[i]!);
        if (!covered[i]) expect(uncoveredShortage[i]).toBe(shortage[i]);
        if (covered[i]) expect(severity[i]).toBeLessThan(OK);
      });
    });
  });

  it('another full station or own vehicle never raises the uncovered shortage of the others', () => {
    always((rows, vehicles, thresholds) => {
      const before = assess(rows, vehicles, thresholds);
      const place = { lat: rows[0]!.lat + 0.0004, lon: rows[0]!.lon };
      const full = testStation({ stationId: 'full', bikes: 60, ...place });
      const withStation = assess([...rows, full], vehicles, thresholds);
      const withVehicle = assess(rows, [...vehicles, place], thresholds);
      rows.forEach((_, i) => {
        const limit = before.uncoveredShortage[i]!;
        expect(withStation.uncoveredShortage[i]).toBeLessThanOrEqual(limit);
        expect(withVehicle.uncoveredShortage[i]).toBeLessThanOrEqual(limit);
        expect(withStation.severity[i]).toBe(before.severity[i]);
      });
    });
  });

  it('ranks every station once', () => {
    always((rows, vehicles, thresholds) => {
      const { rank, uncoveredShortage } = assess(rows, vehicles, thresholds);
      expect([...rank].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
      const worst = rank.indexOf(0);
      expect(uncoveredShortage[worst]).toBe(Math.max(...uncoveredShortage));
    });
  });
});

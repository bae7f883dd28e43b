import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OVERRIDABLE } from '@/lib/settings/overridable';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import type { Thresholds } from '@/lib/settings/settingValues';
import { stationThresholds, thresholdsInForce } from '@/lib/settings/thresholdsInForce';
import { assessCity } from './assessCity';
import { buildNeighbours } from './neighbours';
import { type AssessableStation, assessmentOf, testCity } from './testCity';
import { stationsArbitrary, thresholdsArbitrary, vehiclesArbitrary } from './testCityArbitrary';

const DISTRICTS = ['a', 'a1', 'b'].map((districtId) => ({
  ...{ districtId, code: null, name: districtId },
  ...{ level: districtId.length, parentId: districtId === 'a1' ? 'a' : null },
}));
const districtsArbitrary = fc.array(fc.constantFrom('a', 'a1', 'b', null), {
  minLength: 60,
  maxLength: 60,
});

function assess(
  rows: AssessableStation[],
  vehicles: Parameters<typeof testCity>[1],
  byStation: Thresholds[],
) {
  const city = testCity(rows, vehicles);
  return assessCity(city, byStation, buildNeighbours(city.stations));
}

function overridden(base: Thresholds, districtId: string, other: Thresholds): Settings {
  const values = Object.fromEntries(OVERRIDABLE.map((name) => [name, other[name]]));
  const { retentionDays } = defaultSettings;
  return {
    ...base,
    retentionDays,
    windows: [],
    overrides: [{ districtId, windowId: null, values }],
  };
}

/** Runs a check on many cities whose stations are spread over districts. */
function always(
  check: (world: {
    rows: AssessableStation[];
    vehicles: NonNullable<Parameters<typeof testCity>[1]>;
    districtIds: (string | null)[];
    base: Thresholds;
    byStation: Thresholds[];
  }) => void,
) {
  fc.assert(
    fc.property(
      stationsArbitrary,
      vehiclesArbitrary,
      districtsArbitrary,
      thresholdsArbitrary,
      thresholdsArbitrary,
      (rows, vehicles, spread, base, other) => {
        const districtIds = spread.slice(0, rows.length);
        const settings = overridden(base, 'a', other);
        const inForce = thresholdsInForce(settings, DISTRICTS, null);
        const byStation = stationThresholds(inForce, districtIds);
        check({ rows, vehicles, districtIds, base, byStation });
      },
    ),
    { numRuns: 200 },
  );
}

describe('an override for a district', () => {
  it('changes no station outside of it but for its rank, and judges those inside by itself', () => {
    always(({ rows, vehicles, districtIds, base, byStation }) => {
      const before = assess(
        rows,
        vehicles,
        rows.map(() => base),
      );
      const after = assess(rows, vehicles, byStation);
      const everywhere = assess(
        rows,
        vehicles,
        rows.map(() => byStation[districtIds.indexOf('a')] ?? base),
      );
      rows.forEach((_, i) => {
        const { rank: _now, ...now } = assessmentOf(after, i);
        const isInside = districtIds[i] === 'a' || districtIds[i] === 'a1';
        if (isInside && !districtIds.includes('a')) return;
        const { rank: _same, ...same } = assessmentOf(isInside ? everywhere : before, i);
        expect(now).toEqual(same);
      });
    });
  });

  it('keeps what always held: more bikes never raise a severity or a shortage', () => {
    always(({ rows, vehicles, byStation }) => {
      const before = assess(rows, vehicles, byStation);
      const more = rows.map((row, i) =>
        i === 0 && row.bikes !== null ? { ...row, bikes: row.bikes + 1 } : row,
      );
      const after = assess(more, vehicles, byStation);
      expect(after.severity[0]).toBeGreaterThanOrEqual(before.severity[0]!);
      expect(after.uncoveredShortage[0]).toBeLessThanOrEqual(before.uncoveredShortage[0]!);
      expect([...after.rank].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
    });
  });

  it('is refused for another number of stations', () => {
    const { staleAfterMin, ...rest } = defaultSettings;
    const thresholds: Thresholds = { staleAfterMin, ...rest };
    expect(() => assess([], [], [thresholds])).toThrow('thresholds of 1 stations');
  });
});

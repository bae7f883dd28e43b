import fc from 'fast-check';
import type { Thresholds } from '@/lib/settings/settingValues';
import { type AssessableStation, REPORTED_AT } from './testCity';

/** Positions some minutes' walk apart, on a coarse grid so that ties occur. */
const position = fc.record({
  lat: fc.integer({ min: 0, max: 40 }).map((step) => 48.85 + step * 0.0005),
  lon: fc.integer({ min: 0, max: 40 }).map((step) => 2.33 + step * 0.0007),
});

const station = fc
  .record({
    capacity: fc.oneof(fc.integer({ min: 0, max: 70 }), fc.constant(null)),
    bikes: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 80 })),
    phantomBikes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 })),
    flags: fc.oneof({ weight: 4, arbitrary: fc.constant(7) }, fc.integer({ min: 0, max: 7 })),
    lastReportedAt: fc.oneof(
      fc.integer({ min: REPORTED_AT - 7_200, max: REPORTED_AT + 60 }),
      fc.constant(null),
    ),
    hasStatus: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    at: position,
  })
  .map(({ hasStatus, at, ...row }) =>
    hasStatus ? { ...row, ...at } : { ...row, ...at, bikes: null, flags: null },
  );

/** Up to 60 stations of every kind, with different ids in no order. */
export const stationsArbitrary: fc.Arbitrary<AssessableStation[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 60 })
  .chain((ids) =>
    fc
      .array(station, { minLength: ids.length, maxLength: ids.length })
      .map((rows) => rows.map((row, i) => ({ ...row, stationId: String(ids[i]) }))),
  );

export const vehiclesArbitrary = fc.array(position, { maxLength: 30 });

/** Any thresholds that the settings form accepts. */
export const thresholdsArbitrary: fc.Arbitrary<Thresholds> = fc.record({
  minBikes: fc.integer({ min: 0, max: 50 }),
  targetRatio: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  emptyBikes: fc.integer({ min: 0, max: 10 }),
  criticalShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  staleAfterMin: fc.integer({ min: 5, max: 1440 }),
  walkRadiusM: fc.integer({ min: 50, max: 1000 }),
  coverMinBikes: fc.integer({ min: 1, max: 20 }),
  coverMinVehicles: fc.integer({ min: 1, max: 20 }),
});

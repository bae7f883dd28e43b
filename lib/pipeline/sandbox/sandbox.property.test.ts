import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thresholdsArbitrary } from '@/lib/deficit/testCityArbitrary';
import type { HistoryBatch } from '@/lib/history/historyReader';
import { cutSpans, joinSpans } from '@/lib/history/spans';
import type { Span } from '@/lib/history/stationSeries';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { rulesDuring } from '../rulesDuring';
import { judgeTimeline } from './judgedTimeline';
import { silenceLooks } from './silentSpans';
import { type PlainPast, type PlainRow, plainSandbox } from './testPlainSandbox';
import { foldTimelines } from './timelineFold';

const TIME_ZONE = 'Europe/Paris';
const MINUTES = 360;
/** A Sunday on which the city's clock goes back, an hour into the period. */
const FROM_AT = Date.parse('2026-10-25T00:00Z') / 1_000;
const SPAN = { fromAt: FROM_AT, toAt: FROM_AT + MINUTES * 60 };
const DAY_S = 86_400;
const districts = [{ districtId: 'd', level: 1, parentId: null, code: null, name: '9e' }];

const minute = fc.integer({ min: 0, max: MINUTES - 1 }).map((n) => FROM_AT + n * 60);
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }));
const row: fc.Arbitrary<PlainRow> = fc.record({
  at: minute,
  bikes: count,
  flags: fc.oneof({ weight: 8, arbitrary: fc.constant(7) }, fc.integer({ min: 0, max: 7 })),
  capacity: fc.oneof({ weight: 6, arbitrary: fc.constant(30) }, fc.constantFrom(0, null)),
  lastReportedAt: fc.oneof(
    { weight: 8, arbitrary: minute },
    // Falls silent within the period, or never spoke.
    minute.map((at) => at - DAY_S),
    fc.constant(null),
  ),
});
/** Gaps of the feed: shorter or longer than what alerts bridge. */
const span = (lengths: number[]): fc.Arbitrary<Span> =>
  fc.record({ fromAt: minute, min: fc.constantFrom(...lengths) }).map(({ fromAt, min }) => ({
    fromAt,
    toAt: Math.min(SPAN.toAt, fromAt + min * 60),
  }));
const spans = (lengths: number[]) =>
  fc.array(span(lengths), { maxLength: 2 }).map((some) => joinSpans(some));

const settings: fc.Arbitrary<Settings> = fc
  .record({ city: thresholdsArbitrary, rush: thresholdsArbitrary, place: thresholdsArbitrary })
  .map(({ city, rush, place }) => ({
    ...defaultSettings,
    ...city,
    ...{ minBikes: city.minBikes % 8, emptyBikes: city.emptyBikes % 4 },
    windows: [{ windowId: 'w', name: 'W', days: [6, 7], fromMin: 150, toMin: 340 }],
    overrides: [
      { districtId: null, windowId: 'w', values: { minBikes: rush.minBikes % 8 } },
      { districtId: 'd', windowId: 'w', values: { criticalShare: place.criticalShare } },
      { districtId: 'd', windowId: null, values: { emptyBikes: place.emptyBikes % 4 } },
    ],
  }));

const past: fc.Arbitrary<PlainPast> = fc
  .record({
    opening: row,
    rows: fc.uniqueArray(row, { maxLength: 25, selector: ({ at }) => at }),
    gaps: spans([8, 45]),
    absent: spans([20, 90]),
    districtId: fc.constantFrom('d', null),
    lastingMin: fc.constantFrom(0, 1, 5, 15, 60),
  })
  .map(({ opening, rows, ...rest }) => ({
    ...rest,
    ...{ span: SPAN, timeZone: TIME_ZONE },
    rows: [
      { ...opening, at: FROM_AT },
      ...rows.filter(({ at }) => at > FROM_AT).sort((a, b) => a.at - b.at),
    ],
  }));

function batchOf(rows: readonly PlainRow[]): HistoryBatch {
  const unsaid = rows.map(() => null);
  return {
    tier: 'changes',
    at: rows.map(({ at }) => at),
    stationId: rows.map(() => 's'),
    numBikesAvailable: rows.map(({ bikes }) => bikes),
    ...{ numMechanicalAvailable: unsaid, numEbikesAvailable: unsaid, numDocksAvailable: unsaid },
    capacity: rows.map(({ capacity }) => capacity),
    flags: rows.map(({ flags }) => flags),
    lastReportedAt: rows.map(({ lastReportedAt }) => lastReportedAt),
  };
}

function folded(one: PlainPast, pair: [Settings, Settings]) {
  const observed = cutSpans([SPAN], one.gaps);
  const at = Array.from({ length: MINUTES }, (_, i) => FROM_AT + i * 60);
  const rulesOf = (own: Settings) =>
    rulesDuring([{ ...SPAN, version: 1, settings: own, savedAt: null }], districts, TIME_ZONE);
  const fold = foldTimelines({
    stretches: [SPAN],
    observed,
    looks: silenceLooks({ at, medianReportedAt: at }),
    absences: new Map([['s', one.absent]]),
    districtOf: () => one.districtId,
    rules: [rulesOf(pair[0]), rulesOf(pair[1])],
  });
  const half = Math.floor(one.rows.length / 2);
  fold.take(batchOf(one.rows.slice(0, half)));
  fold.take(batchOf(one.rows.slice(half)));
  const opensAt = observed[0]?.fromAt ?? SPAN.toAt;
  const asked = { lastingS: one.lastingMin * 60, opensAt, gaps: cutSpans([SPAN], observed) };
  return judgeTimeline(fold.finish()[0]!, asked);
}

it('tells what the live map would have told, minute by minute', () => {
  fc.assert(
    fc.property(past, settings, settings, (one, inForce, draft) => {
      const judged = folded(one, [inForce, draft]);
      [inForce, draft].forEach((own, side) => {
        const plain = plainSandbox(one, own);
        expect(judged.alerts[side]).toEqual(plain.alerts);
        expect(judged.runs.map(({ fromAt }) => fromAt)).toEqual(plain.runs);
        expect(judged.runOutcomes[side]).toEqual(plain.runOutcomes);
      });
    }),
    { numRuns: 60 },
  );
});

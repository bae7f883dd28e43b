import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rng, seededRng } from '@/lib/units/rng';
import { dayClockOf } from './dayClock';
import { type DayLook, dayFactsOf } from './dayFactsOf';
import type { Span } from './stationSeries';
import { SUMMED } from './sumDistricts';
import { type StationRows, summariseStation } from './summariseStation';
import { type PlainDayInput, plainDay } from './testPlainDay';

/** Ordinary days, and those of 23, 25 and 24 and a half hours. */
const DAYS = [
  ['2026-11-23', 'Europe/Paris'],
  ['2026-03-29', 'Europe/Paris'],
  ['2026-10-25', 'Europe/Paris'],
  ['2026-11-23', 'Asia/Kathmandu'],
  ['2026-04-05', 'Australia/Lord_Howe'],
] as const;

describe('summariseStation', () => {
  it('is what a plain count of the minutes is, on any day of any station', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...DAYS), (seed, [localDate, timeZone]) => {
        const input = randomDay(seededRng(seed), localDate, timeZone);
        const plain = plainDay(input);
        const figures = summariseInput(input);
        if (!figures) {
          expect(plain.every(({ observedMin }) => observedMin === 0)).toBe(true);
          return;
        }
        for (const name of SUMMED)
          expect(figures[name], name).toEqual(plain.map((quarter) => quarter[name]));
        const isStuckWithin = figures.stuckMin.every(
          (minutes, q) => minutes <= figures.openMin[q]!,
        );
        expect(isStuckWithin).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('finds trips, moves, empty minutes and gaps in most of these days', () => {
    const found = Object.fromEntries(SUMMED.map((name) => [name, 0]));
    for (let seed = 0; seed < 40; seed++) {
      const figures = summariseInput(randomDay(seededRng(seed), '2026-11-23', 'Europe/Paris'));
      for (const name of SUMMED) if (figures?.[name].some((value) => value > 0)) found[name]!++;
      if (figures?.observedMin.some((minutes) => minutes < 15)) found.gap = 1;
    }
    for (const [name, days] of Object.entries(found)) expect(days, name).toBeGreaterThan(0);
  });
});

function summariseInput({
  localDate,
  timeZone,
  unobserved,
  looks,
  knownToAt,
  ...rest
}: PlainDayInput) {
  const clock = dayClockOf(localDate, timeZone);
  return summariseStation(dayFactsOf(clock, unobserved, looks, knownToAt), rest.rows, rest.station);
}

/** A day with everything that can go wrong in it, at times that know no minutes. */
function randomDay(rng: Rng, localDate: string, timeZone: string): PlainDayInput {
  const { fromAt, toAt } = dayClockOf(localDate, timeZone);
  const instant = () => fromAt + Math.floor(rng() * (toAt - fromAt) * 1_000) / 1_000;
  const span = (longestS: number): Span => {
    const at = instant();
    return { fromAt: at, toAt: at + rng() * longestS };
  };
  const rows = randomRows(rng, fromAt - 60, toAt);
  return {
    localDate,
    timeZone,
    rows,
    knownToAt: rng() < 0.3 ? instant() : toAt,
    unobserved: rng() < 0.6 ? [span(7_200)] : [],
    looks: randomLooks(rng, fromAt, toAt),
    station: {
      stationId: 'a',
      truckBikes: 6,
      newestReportAt: rng() < 0.2 ? instant() : null,
      absent: rng() < 0.2 ? [span(20_000)] : [],
    },
  };
}

function randomRows(rng: Rng, fromAt: number, toAt: number): StationRows {
  const rows = {
    at: [] as number[],
    numBikesAvailable: [] as number[],
    numDocksAvailable: [] as (number | null)[],
    flags: [] as number[],
    lastReportedAt: [] as (number | null)[],
    isHourly: [] as boolean[],
  };
  let bikes = Math.floor(rng() * 8);
  const stepS = 20 + rng() * 3_000;
  const isHourly = rng() < 0.1;
  for (let at = fromAt; at < toAt; at += rng() < 0.1 ? 0.4 : Math.ceil(rng() * stepS * 10) / 10) {
    rows.at.push(at);
    rows.numBikesAvailable.push(bikes);
    rows.numDocksAvailable.push(rng() < 0.1 ? null : Math.max(0, 7 - bikes));
    rows.flags.push(rng() < 0.1 ? Math.floor(rng() * 8) : 7);
    rows.lastReportedAt.push(rng() < 0.05 ? null : at - (rng() < 0.1 ? 9_000 : 30) * rng());
    rows.isHourly.push(isHourly);
    bikes = Math.max(0, bikes + Math.round((rng() - 0.5) * (rng() < 0.1 ? 24 : 4)));
  }
  return rows;
}

function randomLooks(rng: Rng, fromAt: number, toAt: number): DayLook[] {
  const looks: DayLook[] = [];
  for (let at = fromAt - 1_000; at < toAt; at += 100 + rng() * 1_000)
    looks.push({ at, medianReportedAt: rng() < 0.2 ? null : at - rng() * 2_000, isNew: true });
  return looks;
}

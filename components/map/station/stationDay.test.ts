import { describe, expect, it } from 'vitest';
import type { JudgedHistory, StationLevel } from '@/lib/pipeline/stationLevels';
import { dayChart } from './dayChart';
import { criticalBikes, dayTotals, stationDay } from './stationDay';

const HOUR_S = 3_600;
const SPAN = { fromAt: 0, toAt: 24 * HOUR_S };
const level: StationLevel = { ...SPAN, targetBikes: 5, emptyBikes: 0, criticalShare: 0.5 };
const calm = { phantomBikes: 0, silentSinceAt: null };

/** hour -> bikes, docks, flags */
function history(
  rows: [hour: number, bikes: number, docks?: number | null, flags?: number][],
  unobservedH: [number, number][] = [],
): JudgedHistory {
  return {
    stationId: 'a',
    ...SPAN,
    changes: {
      at: rows.map(([hour]) => hour * HOUR_S),
      numBikesAvailable: rows.map(([, bikes]) => bikes),
      numDocksAvailable: rows.map(([, , docks]) => docks ?? null),
      flags: rows.map(([, , , flags]) => flags ?? 7),
    },
    unobserved: unobservedH.map(([from, to]) => [from * HOUR_S, to * HOUR_S]),
    events: [],
    levels: [level],
  };
}

const inHours = (points: { at: number; value: number | null }[]) =>
  points.map(({ at, value }) => [at / HOUR_S, value]);

describe('stationDay', () => {
  it('counts the bikes people can take, and how long there were too few', () => {
    const day = stationDay(
      history([
        [0, 9],
        [6, 4],
        [8, 2],
        [10, 0],
        [12, 8],
      ]),
      { ...calm, phantomBikes: 2 },
    );
    expect(inHours(day.usable)).toEqual([
      [0, 7],
      [6, 2],
      [8, 0],
      [10, 0],
      [12, 6],
    ]);
    expect(day.short).toEqual([
      { severity: 'empty', fromAt: 8 * HOUR_S, toAt: 12 * HOUR_S },
      { severity: 'critical', fromAt: 6 * HOUR_S, toAt: 8 * HOUR_S },
    ]);
    expect(dayTotals(day)).toEqual({ knownS: 24 * HOUR_S, shortS: 6 * HOUR_S, emptyS: 4 * HOUR_S });
  });

  it('judges nothing while nobody looked, while closed, or since it fell silent', () => {
    const day = stationDay(
      history(
        [
          [0, 0],
          [10, 0, null, 1],
          [14, 0],
        ],
        [[2, 4]],
      ),
      { phantomBikes: 0, silentSinceAt: 20 * HOUR_S },
    );
    expect(day.unknown.map(({ reason }) => reason)).toEqual(['unobserved', 'closed', 'silent']);
    expect(inHours(day.usable)).toEqual([
      [0, 0],
      [2, null],
      [4, 0],
      [10, null],
      [14, 0],
      [20, null],
      [24, 0],
    ]);
    expect(dayTotals(day)).toEqual({
      knownS: 14 * HOUR_S,
      shortS: 14 * HOUR_S,
      emptyS: 14 * HOUR_S,
    });
  });

  it('measures each hour by what is in force then', () => {
    const half = 12 * HOUR_S;
    const levels = [
      { ...level, toAt: half, targetBikes: 2 },
      { ...level, fromAt: half, targetBikes: 8 },
    ];
    const day = stationDay({ ...history([[0, 4]]), levels }, calm);
    expect(day.short).toEqual([{ severity: 'critical', fromAt: half, toAt: SPAN.toAt }]);
  });

  it('says nothing of a station that was never heard of', () => {
    const day = stationDay(history([]), calm);
    expect([day.usable, day.short]).toEqual([[], []]);
  });
});

describe('dayChart', () => {
  const words = {
    label: 'A',
    usable: 'usable',
    docks: 'docks',
    capacity: 'capacity',
    level: (target: number) => `target ${target}`,
    blank: (reason: string) => reason,
  };
  const chart = (rows: Parameters<typeof history>[0], capacity: number | null) =>
    dayChart(stationDay(history(rows), calm), capacity, 'Europe/Paris', words);

  it('puts bands where a count is critical and where it is low', () => {
    expect(criticalBikes(level)).toBe(2);
    const bands = chart([[0, 4, 6]], 20).bands.map(({ low, high }) => [low, high]);
    expect(bands).toEqual([
      [0, 2],
      [2, 5],
    ]);
  });

  it('shows the capacity where the feed counts no docks, and neither where it knows none', () => {
    const labels = (rows: Parameters<typeof history>[0], capacity: number | null) =>
      chart(rows, capacity).lines.map(({ label }) => label);
    expect(labels([[0, 4, 6]], 20)).toEqual(['usable', 'docks']);
    expect(labels([[0, 4]], 20)).toEqual(['usable', 'capacity']);
    expect(labels([[0, 4]], null)).toEqual(['usable']);
  });
});

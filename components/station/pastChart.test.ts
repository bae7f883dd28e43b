import { expect, it } from 'vitest';
import { dayTotals } from '../map/station/stationDay';
import { pastChart } from './pastChart';
import { pastDay } from './pastDay';
import type { ShownPast } from './shownPast';

const HOUR_S = 3_600;
const span = (from: number, to: number) => ({ fromAt: from * HOUR_S, toAt: to * HOUR_S });
const past: ShownPast = {
  ...{ stationId: 'a', ...span(0, 24) },
  stretches: [{ ...span(0, 24), tier: 'changes' }],
  samples: {
    at: [0, 6, 12].map((hour) => hour * HOUR_S),
    numBikesAvailable: [9, 0, 6],
    numMechanicalAvailable: [5, 0, 4],
    numEbikesAvailable: [4, 0, 2],
    numDocksAvailable: [11, 20, 14],
    flags: [7, 7, 7],
  },
  unknown: [span(8, 10)],
  absent: [span(20, 24)],
  levels: [{ ...span(0, 24), targetBikes: 4, emptyBikes: 0, criticalShare: 0.5 }],
  ...{ endsNow: false, silentSinceAt: null },
  totals: { knownS: 0, shortS: 0, emptyS: 0 },
};
const words = {
  ...{ label: 'A', usable: 'bikes', docks: 'docks', capacity: 'capacity' },
  ...{ mechanical: 'mechanical', ebikes: 'e-bikes' },
  level: (target: number) => `target ${target}`,
  blank: (reason: string) => reason,
};

const inHours = (points: readonly { at: number; value: number | null }[]) =>
  points.map(({ at, value }) => [at / HOUR_S, value]);

it('opens lines and surfaces where nothing is known, and says why', () => {
  const { lines, layers, blanks, isPast } = pastChart(past, 'Europe/Paris', words);
  expect(inHours(lines[0]!.points)).toEqual([
    [0, 9],
    [6, 0],
    [8, null],
    [10, 0],
    [12, 6],
    [20, null],
    [24, 6],
  ]);
  expect(inHours(layers![1]!.points)).toEqual([
    [0, 4],
    [6, 0],
    [8, null],
    [10, 0],
    [12, 2],
    [20, null],
    [24, 2],
  ]);
  expect(blanks.map(({ label, fromAt }) => [label, fromAt / HOUR_S])).toEqual([
    ['absent', 20],
    ['unobserved', 8],
  ]);
  expect(isPast).toBe(true);
});

it('adds up what is known alone', () => {
  expect(dayTotals(pastDay(past, null))).toEqual({
    knownS: 18 * HOUR_S,
    shortS: 4 * HOUR_S,
    emptyS: 4 * HOUR_S,
  });
});

it('draws no kinds where the feed never told them', () => {
  const nothing = [null, null, null];
  const samples = {
    ...past.samples,
    ...{ numMechanicalAvailable: nothing, numEbikesAvailable: nothing },
  };
  expect(pastChart({ ...past, samples }, 'Europe/Paris', words).layers).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { StationOccurrence } from './stationHistory';
import { absencesDuring, capacitiesDuring } from './stationProfile';

const resized = (at: number, before: number | null, after: number): StationOccurrence => ({
  at,
  kind: 'resized',
  before: { capacity: before },
  after: { capacity: after },
});
const spans = (events: StationOccurrence[], fromAt: number, toAt: number) =>
  capacitiesDuring({ capacity: 30, events }, { fromAt, toAt }).map((span) => [
    span.fromAt,
    span.toAt,
    span.capacity,
  ]);

describe('capacitiesDuring', () => {
  it('leads the present number back over each resize', () => {
    const events = [resized(80, 25, 30), resized(40, null, 25)];
    expect(spans(events, 0, 100)).toEqual([
      [0, 40, null],
      [40, 80, 25],
      [80, 100, 30],
    ]);
    expect(spans(events, 50, 70)).toEqual([[50, 70, 25]]);
    expect(spans(events, 80, 100)).toEqual([[80, 100, 30]]);
  });

  it('takes a station that never changed, or was otherwise', () => {
    expect(spans([], 0, 100)).toEqual([[0, 100, 30]]);
    expect(spans([{ at: 50, kind: 'closed', before: null, after: null }], 0, 100)).toEqual([
      [0, 100, 30],
    ]);
  });
});

describe('absencesDuring', () => {
  const event = (at: number, kind: 'removed' | 'restored'): StationOccurrence => ({
    ...{ at, kind, before: null, after: null },
  });
  const absent = (events: StationOccurrence[], removedAt: number | null) =>
    absencesDuring({ events, removedAt }, { fromAt: 10, toAt: 100 }).map(({ fromAt, toAt }) => [
      fromAt,
      toAt,
    ]);

  it('lasts from each removal to the return, or on', () => {
    const events = [event(80, 'removed'), event(40, 'restored'), event(5, 'removed')];
    expect(absent(events, 80)).toEqual([
      [10, 40],
      [80, 100],
    ]);
    expect(absent([], 60)).toEqual([[60, 100]]);
    expect(absent([], null)).toEqual([]);
    expect(absent([event(300, 'removed')], 300)).toEqual([]);
  });
});

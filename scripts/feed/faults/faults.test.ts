import { describe, expect, it } from 'vitest';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { seededRng } from '@/lib/units/rng';
import { applyContentFaults, type Content } from './contentFaults';
import { FaultBook } from './faultBook';
import { parseFaults } from './parseFaults';

const now = new Date('2026-11-23T12:00:00Z');
const secondsOn = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

const stations: StationInformation[] = Array.from({ length: 1_000 }, (_, i) => ({
  stationId: String(1_000 + i),
  stationCode: `c${i}`,
  name: `Station ${i}`,
  lat: 48.8,
  lon: 2.3,
  capacity: 30,
}));
const statuses: StationStatus[] = stations.map(({ stationId }) => ({
  stationId,
  numBikesAvailable: 5,
  numMechanicalAvailable: 3,
  numEbikesAvailable: 2,
  numDocksAvailable: 25,
  isInstalled: true,
  isRenting: true,
  isReturning: true,
  lastReportedAt: now,
}));
const content: Content = { lastUpdatedAt: now, stations, statuses, blankShare: 0 };

describe('faults of the content', () => {
  it('set as many capacities to 0 as the real feed did, always the same', () => {
    const once = applyContentFaults(content, [{ kind: 'zeroCapacities' }], null);
    const zeros = once.stations.filter((s) => s.capacity === 0).length;
    expect(zeros).toBeGreaterThan(880);
    expect(zeros).toBeLessThan(960);
    expect(applyContentFaults(content, [{ kind: 'zeroCapacities' }], null)).toEqual(once);
  });

  it('take every code', () => {
    const { stations: struck } = applyContentFaults(content, [{ kind: 'nullCodes' }], null);
    expect(struck.every((s) => s.stationCode === null)).toBe(true);
  });

  it('add orphans, leave stations out, repeat everything', () => {
    const orphans = applyContentFaults(content, [{ kind: 'orphans', count: 7 }], null);
    const known = new Set(stations.map((s) => s.stationId));
    expect(orphans.statuses.filter((s) => !known.has(s.stationId))).toHaveLength(7);
    const unlisted = applyContentFaults(content, [{ kind: 'unlisted', count: 7 }], null);
    expect(unlisted.statuses).toHaveLength(993);
    const copies = applyContentFaults(content, [{ kind: 'duplicates' }], null);
    expect(copies.statuses).toHaveLength(10_000);
    expect(copies.stations).toHaveLength(10_000);
  });

  it('make zombies and numbers beyond reason, of the share that is asked for', () => {
    const zombies = applyContentFaults(content, [{ kind: 'zombies', share: 0.5 }], null);
    const old = zombies.statuses.filter((s) => s.lastReportedAt! < secondsOn(-86_400));
    expect(old.length).toBeGreaterThan(430);
    expect(old.length).toBeLessThan(570);
    const huge = applyContentFaults(content, [{ kind: 'hugeNumbers', share: 1 }], null);
    expect(huge.statuses.every((s) => s.numBikesAvailable > 1e9)).toBe(true);
  });

  it('go back to the older publication, or back in time where there is none', () => {
    const older: Content = { ...content, lastUpdatedAt: secondsOn(-60), statuses: [] };
    expect(applyContentFaults(content, [{ kind: 'backInTime' }], older)).toEqual(older);
    const alone = applyContentFaults(content, [{ kind: 'backInTime', count: 90 }], null);
    expect(alone.lastUpdatedAt).toEqual(secondsOn(-90));
  });

  it('add up', () => {
    const both = applyContentFaults(
      content,
      [{ kind: 'nullCodes' }, { kind: 'zeroCapacities' }],
      null,
    );
    expect(both.stations.every((s) => s.stationCode === null)).toBe(true);
    expect(both.stations.some((s) => s.capacity === 0)).toBe(true);
  });
});

describe('the fault book', () => {
  it('keeps a fault for its span', () => {
    const book = new FaultBook(seededRng(1));
    book.add({ kind: 'silence', fromS: 10, untilS: 20 }, now);
    const kindsAt = (seconds: number) => book.strike('station_status', secondsOn(seconds)).length;
    expect([kindsAt(9), kindsAt(10), kindsAt(19), kindsAt(20)]).toEqual([0, 1, 1, 0]);
    expect(book.list(secondsOn(21))).toEqual([]);
  });

  it('strikes so many answers, or such a share of them, or one file only', () => {
    const book = new FaultBook(seededRng(1));
    const strikes = (times: number, resource: 'gbfs' | 'station_status' = 'station_status') =>
      Array.from({ length: times }, () => book.strike(resource, now).length).filter(Boolean).length;
    book.add({ kind: 'html', answers: 2 }, now);
    expect(strikes(5)).toBe(2);
    book.add({ kind: 'html', share: 0.5 }, now);
    expect(strikes(1_000)).toBeGreaterThan(430);
    expect(strikes(1_000)).toBeLessThan(570);
    book.clear('html');
    book.add({ kind: 'html', resource: 'station_status' }, now);
    expect([strikes(3, 'gbfs'), strikes(3)]).toEqual([0, 3]);
  });
});

describe('--faults', () => {
  it('reads names and spans', () => {
    expect(parseFaults('silence@300-600, zeroCapacities,html@5-')).toEqual([
      { kind: 'silence', fromS: 300, untilS: 600 },
      { kind: 'zeroCapacities' },
      { kind: 'html', fromS: 5 },
    ]);
    expect(() => parseFaults('gremlins')).toThrow(/"gremlins" is no fault.*silence/);
  });
});

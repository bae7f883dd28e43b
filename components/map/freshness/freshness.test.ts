import { describe, expect, it } from 'vitest';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { testFreshness } from '../testCity';
import { ageOf } from './age';
import { decideBanners, quietAnomalies, type Situation } from './bannerDecisions';
import { freshnessFacts } from './freshnessFacts';
import { clockOffsetMs, mendedOffsetMs } from './serverClock';

const NOW_S = 1_000_012;
const decide = (freshness: Partial<CityFreshness>, rest: Partial<Situation> = {}) =>
  decideBanners({
    freshness: { ...testFreshness, ...freshness },
    simulation: null,
    nowS: NOW_S,
    disconnectedSinceS: null,
    isSignedOut: false,
    isRemembered: false,
    ...rest,
  });
const codes = (...situation: Parameters<typeof decide>) =>
  decide(...situation).map((banner) => banner.code);

describe('ageOf', () => {
  it.each([
    [-3, 0, 's'],
    [0, 0, 's'],
    [119.9, 119, 's'],
    [120, 2, 'min'],
    [7199, 119, 'min'],
    [7200, 2, 'h'],
    [172_800, 2, 'd'],
  ] as const)('%d s is %d %s', (seconds, value, unit) => {
    expect(ageOf(seconds)).toEqual({ value, unit });
  });
});

describe('freshnessFacts', () => {
  it('counts from the last valid answer, and the lag from the feed’s own time', () => {
    expect(freshnessFacts(testFreshness, NOW_S)).toEqual({
      updatedAgeS: 12,
      behindS: 40,
      isStale: false,
    });
  });

  it('falls back on the median report and never goes below zero', () => {
    const late = { ...testFreshness, lastUpdatedAt: null };
    expect(freshnessFacts(late, NOW_S).behindS).toBe(100);
    expect(freshnessFacts({ ...late, medianReportedAt: 2e6 }, 0)).toMatchObject({
      updatedAgeS: 0,
      behindS: 0,
    });
  });

  it('believes the measured lag more than a feed that stamps itself now', () => {
    const lagging = { ...testFreshness, anomalies: [{ kind: 'lagging' as const, count: 2_160 }] };
    expect(freshnessFacts(lagging, NOW_S).behindS).toBe(2_160);
  });

  it('is stale after three minutes, not at three minutes, and never before the first answer', () => {
    expect(freshnessFacts(testFreshness, 1_000_180).isStale).toBe(false);
    expect(freshnessFacts(testFreshness, 1_000_181).isStale).toBe(true);
    expect(freshnessFacts({ ...testFreshness, checkedAt: null }, 9e9).isStale).toBe(false);
  });
});

describe('decideBanners', () => {
  it('says nothing when all is well', () => expect(codes({})).toEqual([]));

  it('tells a simulated city before all else, and whether the live feed answers again', () => {
    const simulated = (liveFeedSeenAt: number | null) =>
      decideBanners({
        freshness: { ...testFreshness, liveFeedSeenAt, failures: 1 },
        simulation: 'replay',
        nowS: NOW_S,
        disconnectedSinceS: null,
        isSignedOut: false,
        isRemembered: false,
      });
    expect(simulated(null)[0]).toEqual({
      code: 'simulated',
      simulation: 'replay',
      liveFeedAnswers: false,
    });
    expect(simulated(NOW_S - 30)[0]).toMatchObject({ liveFeedAnswers: true });
    expect(simulated(NOW_S - 3_000)[0]).toMatchObject({ liveFeedAnswers: false });
    expect(simulated(null)[1]).toMatchObject({ code: 'feedDown', failures: 1, dataAgeS: 12 });
  });

  it('names a silent worker rather than the staleness or failures that follow from it alone', () => {
    expect(codes({ workerBeatAt: NOW_S - 61 })).toEqual(['workerSilent']);
    expect(codes({ workerBeatAt: NOW_S - 60 })).toEqual([]);
    expect(codes({ workerBeatAt: null, failures: 3 })).toEqual(['workerSilent']);
    expect(codes({ workerBeatAt: NOW_S - 400, checkedAt: NOW_S - 400 })).toEqual([
      'workerSilent',
      'stale',
    ]);
  });

  it('says the data’s age once, also when the feed is down', () => {
    expect(codes({ failures: 4, checkedAt: NOW_S - 400 })).toEqual(['feedDown']);
    expect(codes({ checkedAt: NOW_S - 400 })).toEqual(['stale']);
    expect(decide({ checkedAt: NOW_S - 400 })).toEqual([
      { code: 'stale', ageS: 400, sinceS: NOW_S - 400 },
    ]);
  });

  it('accuses nobody while the connection is lost, but does say that data age', () => {
    const blind = { failures: 4, workerBeatAt: null, checkedAt: NOW_S - 400 };
    expect(codes(blind, { disconnectedSinceS: NOW_S - 6 })).toEqual(['connectionLost', 'stale']);
    expect(codes({}, { disconnectedSinceS: NOW_S - 5 })).toEqual([]);
    expect(codes({}, { disconnectedSinceS: NOW_S - 60, isSignedOut: true })).toEqual(['signedOut']);
  });

  it('says of a remembered page only since when it is what it is', () => {
    expect(codes({}, { disconnectedSinceS: NOW_S - 60, isRemembered: true })).toEqual([
      'remembered',
    ]);
  });

  it('says that a person paused what the map shows, and nothing of other jobs', () => {
    const paused = [
      { job: 'fetch-availability', sinceAt: NOW_S - 9 },
      { job: 'archive-hour', sinceAt: NOW_S - 8 },
    ];
    expect(decide({ paused })).toEqual([
      { code: 'paused', job: 'fetch-availability', sinceS: NOW_S - 9 },
    ]);
  });

  it('tells of a city without data, of the fallback source and of faults of the whole feed', () => {
    expect(codes({ fetchedAt: null, checkedAt: null, failures: 2 })).toEqual(['noData']);
    expect(codes({ source: 'opendata' })).toEqual(['fallbackSource']);
    const anomalies: CityFreshness['anomalies'] = [
      { kind: 'zombies', count: 30 },
      { kind: 'massNullCode', count: 900 },
    ];
    expect(codes({ anomalies })).toEqual(['anomaly']);
    expect(quietAnomalies({ ...testFreshness, anomalies })).toEqual([
      { kind: 'zombies', count: 30 },
    ]);
  });
});

describe('the server’s clock', () => {
  it('adds what this clock lacks', () => expect(clockOffsetMs(5_000, 2_000)).toBe(3_000));

  it('follows a Date header only when this clock must have been set', () => {
    const header = 'Wed, 18 May 2022 06:00:00 GMT';
    const atMs = Date.parse(header);
    expect(mendedOffsetMs(400, header, atMs + 1_500)).toBe(400);
    expect(mendedOffsetMs(400, header, atMs + 3_600_000)).toBe(-3_600_000);
    expect(mendedOffsetMs(400, null, 0)).toBe(400);
    expect(mendedOffsetMs(400, 'nonsense', 0)).toBe(400);
  });
});

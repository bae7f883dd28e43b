import { describe, expect, it } from 'vitest';
import type { Severity } from '@/lib/deficit/assessment';
import { testCity, testFreshness } from '../testCity';
import { NEW_FOR_S, nextNewSince } from './newSince';

const AT_S = 1_000_000;

function cityAt(atS: number, severities: Record<string, Severity>, settingsVersion = 0) {
  const stations = Object.entries(severities).map(([id, severity]) => ({ id, severity }));
  const city = testCity(stations, { marker: { settingsVersion } });
  const freshness = { ...testFreshness, fetchedAt: atS };
  return { ...city, frame: { ...city.frame, freshness } };
}

describe('nextNewSince', () => {
  const before = cityAt(AT_S - 60, { a: 'ok', b: 'low', c: 'critical', d: 'unknown' });
  const after = cityAt(AT_S, { a: 'empty', b: 'critical', c: 'empty', d: 'empty' });

  it('dates what became critical or empty, and only that', () => {
    const since = nextNewSince(new Map(), before, after);
    expect([...since]).toEqual([
      ['a', AT_S],
      ['b', AT_S],
    ]);
  });

  it('keeps the first time while the station stays short, and forgets it when it is not', () => {
    const since = nextNewSince(new Map(), before, after);
    const later = cityAt(AT_S + 60, { a: 'critical', b: 'low', c: 'empty', d: 'empty' });
    expect([...nextNewSince(since, after, later)]).toEqual([['a', AT_S]]);
  });

  it('ends after a while, and with the station', () => {
    const since = new Map([['a', AT_S]]);
    const old = cityAt(AT_S + NEW_FOR_S, { a: 'empty' });
    expect(nextNewSince(since, after, old).size).toBe(0);
    expect(nextNewSince(since, after, cityAt(AT_S + 60, { b: 'critical' })).size).toBe(0);
  });

  it('is the same map when nothing is new', () => {
    const since = new Map([['a', AT_S]]);
    expect(nextNewSince(since, after, after)).toBe(since);
  });

  it('says nothing of new thresholds', () => {
    const judgedAnew = cityAt(AT_S, { a: 'empty', b: 'empty', c: 'empty', d: 'empty' }, 1);
    expect(nextNewSince(new Map(), before, judgedAnew).size).toBe(0);
  });
});

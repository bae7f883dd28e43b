import { describe, expect, it } from 'vitest';
import type { CityMarker } from '@/lib/stations/cityColumns';
import { testCity, testFreshness } from '../testCity';
import { type LiveEvent, nextLiveCity, startLiveCity } from './liveCity';
import { newlyShort } from './newlyShort';

const city = (marker: Partial<CityMarker> = {}) => testCity([{ id: 'a' }], { marker });
const start = (marker: Partial<CityMarker> = {}) => startLiveCity(city(marker));
const frame = (marker: Partial<CityMarker>): LiveEvent => ({
  type: 'frame',
  frame: city(marker).frame,
});

describe('nextLiveCity', () => {
  it('takes a newer frame and keeps the very same base', () => {
    const before = start();
    const after = nextLiveCity(before, frame({ statusVersion: 2 }));
    expect(after.view.frame.marker.statusVersion).toBe(2);
    expect(after.view.base).toBe(before.view.base);
  });

  it('never goes back, unless a later fetch proves that the counting began anew', () => {
    const before = start({ statusVersion: 5 });
    expect(nextLiveCity(before, frame({ statusVersion: 4 }))).toBe(before);
    const restored = city({ statusVersion: 1 }).frame;
    restored.freshness = { ...testFreshness, fetchedAt: 1_000_060 };
    const after = nextLiveCity(before, { type: 'frame', frame: restored });
    expect(after.view.frame.marker.statusVersion).toBe(1);
  });

  it('takes the same versions again, because freshness may differ', () => {
    const again = city().frame;
    again.freshness = { ...testFreshness, failures: 3 };
    const after = nextLiveCity(start(), { type: 'frame', frame: again });
    expect(after.view.frame.freshness.failures).toBe(3);
  });

  it('draws no frame on other stations but asks for the view, until it came', () => {
    const before = start();
    const asked = nextLiveCity(before, frame({ statusVersion: 2, stationsVersion: 2 }));
    expect(asked.needsView).toBe(true);
    expect(asked.view).toBe(before.view);
    const came = nextLiveCity(asked, {
      type: 'view',
      view: city({ statusVersion: 2, stationsVersion: 2 }),
    });
    expect(came.needsView).toBe(false);
    expect(came.view.frame.marker.stationsVersion).toBe(2);
    expect(nextLiveCity(came, frame({ statusVersion: 2, stationsVersion: 1 }))).toBe(came);
  });

  it('asks for the view when told that stations changed, and lets a late one go', () => {
    const asked = nextLiveCity(start({ statusVersion: 3 }), { type: 'base' });
    expect(asked.needsView).toBe(true);
    const late = nextLiveCity(asked, { type: 'view', view: city({ statusVersion: 2 }) });
    expect(late).toMatchObject({ needsView: false, view: asked.view });
  });

  it('remembers since when it is lost, and that signed out is signed out', () => {
    const lost = nextLiveCity(nextLiveCity(start(), { type: 'lost', atMs: 5 }), {
      type: 'lost',
      atMs: 9,
    });
    expect(lost).toMatchObject({ connection: 'lost', lostSinceMs: 5 });
    expect(nextLiveCity(lost, { type: 'opened' })).toMatchObject({
      connection: 'open',
      lostSinceMs: null,
    });
    const out = nextLiveCity(lost, { type: 'signedOut' });
    expect(nextLiveCity(out, { type: 'lost', atMs: 12 }).connection).toBe('signedOut');
  });

  it('takes the freshness of a beat without a new frame', () => {
    const before = start();
    const after = nextLiveCity(before, {
      type: 'beat',
      freshness: { ...testFreshness, checkedAt: 7 },
    });
    expect(after.view.frame.freshness.checkedAt).toBe(7);
    expect(after.view.frame.assessment).toBe(before.view.frame.assessment);
  });
});

describe('newlyShort', () => {
  const before = testCity([
    { id: 'a', severity: 'ok' },
    { id: 'b', severity: 'unknown' },
    { id: 'c', severity: 'critical' },
    { id: 'd', severity: 'low' },
  ]);
  const now = [
    { id: 'new', severity: 'empty' as const },
    { id: 'd', severity: 'critical' as const },
    { id: 'c', severity: 'empty' as const },
    { id: 'b', severity: 'empty' as const },
    { id: 'a', severity: 'empty' as const },
  ];

  it('finds those that were well, by id, also when the stations moved in the columns', () => {
    expect(newlyShort(before, testCity(now, { marker: { stationsVersion: 2 } }))).toEqual([1, 4]);
  });

  it('calls a change of thresholds no news', () => {
    expect(newlyShort(before, testCity(now, { marker: { settingsVersion: 1 } }))).toEqual([]);
  });
});

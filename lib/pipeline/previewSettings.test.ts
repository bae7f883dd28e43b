import { describe, expect, it } from 'vitest';
import { REPORTED_AT, testCity, testStation } from '@/lib/deficit/testCity';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { assessLoadedCity, describeCity } from './assessedCity';
import { previewSettings } from './previewSettings';

const RUSH = { windowId: 'rush', name: 'Rush', days: [1], fromMin: 420, toMin: 600 };
const district = (districtId: string, parentId: string | null) => ({
  ...{ districtId, parentId, level: parentId ? 2 : 1 },
  ...{ code: null, name: districtId },
});

function load(settings: Settings) {
  const base = testCity([
    testStation({ stationId: 'in', bikes: 6 }),
    testStation({ stationId: 'out', bikes: 6, lat: 48.9 }),
  ]);
  const city = {
    ...base,
    ...{ systemId: 'test', systemName: 'Test', timezone: 'Europe/Paris', simulation: null },
    stations: { ...base.stations, districtId: ['q', null] },
    districts: [district('a', null), district('q', 'a')],
    marker: { statusVersion: 1, stationsVersion: 1, vehiclesVersion: 0, settingsVersion: 7 },
    orphanIds: [],
  };
  const assessed = assessLoadedCity(city, { version: 7, settings }, null, null);
  return describeCity(assessed, city.freshness);
}

const inA = (windowId: string | null): Settings => ({
  ...defaultSettings,
  windows: [RUSH],
  overrides: [{ districtId: 'a', windowId, values: { minBikes: 12 } }],
});
const monday = (hours: string) => ({
  kind: 'at' as const,
  instant: new Date(`2026-11-23T${hours}:00Z`),
});

describe('previewSettings', () => {
  it('counts before and after, and lists who changes and how', () => {
    const preview = previewSettings(load(defaultSettings), inA(null), monday('12:00'));
    expect(preview).toMatchObject({
      before: [0, 0, 0, 2, 0],
      after: [0, 1, 0, 1, 0],
      uncoveredBefore: 0,
      uncoveredAfter: 6,
      changedCount: 1,
      fetchedAt: REPORTED_AT,
    });
    expect(preview.changed).toMatchObject([
      { stationId: 'in', before: 3, after: 1, targetBefore: 6, targetAfter: 12 },
    ]);
  });

  it('judges by the window in which the moment is, or by the one that is asked for', () => {
    const count = (moment: Parameters<typeof previewSettings>[2]) =>
      previewSettings(load(defaultSettings), inA('rush'), moment).changedCount;
    // 07:00 in Paris is 06:00 UTC.
    expect([count(monday('05:59')), count(monday('06:00'))]).toEqual([0, 1]);
    expect(count({ kind: 'window', windowId: 'rush' })).toBe(1);
    expect(count({ kind: 'window', windowId: null })).toBe(0);
  });

  it('leaves the city as it is judged', () => {
    const city = load(inA(null));
    const before = structuredClone(city.view.frame.assessment);
    expect(previewSettings(city, defaultSettings, monday('12:00')).changedCount).toBe(1);
    expect(city.view.frame.assessment).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { defaultSettings, type Settings } from './settings';
import { thresholdsFor } from './thresholdsFor';
import { thresholdsInForce, thresholdsOfDistrict } from './thresholdsInForce';
import { windowAt } from './windowAt';

const RUSH = { windowId: 'rush', name: 'Rush', days: [1], fromMin: 420, toMin: 600 };
const inRush = { isoDay: 1, minuteOfDay: 480 };
const atNoon = { isoDay: 1, minuteOfDay: 720 };

/** Everything that can be said of the minimum, each with a number of its own. */
const rules = {
  city: null,
  cityRush: { districtId: null, windowId: 'rush', minBikes: 4 },
  arrondissement: { districtId: '9', windowId: null, minBikes: 5 },
  arrondissementRush: { districtId: '9', windowId: 'rush', minBikes: 6 },
  quartier: { districtId: '9-1', windowId: null, minBikes: 7 },
  quartierRush: { districtId: '9-1', windowId: 'rush', minBikes: 8 },
};
type Rule = keyof typeof rules;

function settingsWith(...names: Rule[]): Settings {
  const overrides = names.flatMap((name) => {
    const rule = rules[name];
    if (!rule) return [];
    const { minBikes, ...scope } = rule;
    return [{ ...scope, values: { minBikes } }];
  });
  return { ...defaultSettings, windows: [RUSH], overrides };
}

/** Strongest first, in the quartier during the rush. */
const PRECEDENCE: Rule[] = [
  'quartierRush',
  'quartier',
  'arrondissementRush',
  'arrondissement',
  'cityRush',
];

describe('thresholdsFor', () => {
  it.each(PRECEDENCE.map((_, i) => PRECEDENCE.slice(i)))(
    'lets %s count before all that is wider',
    (...present) => {
      const strongest = rules[present[0]!]!;
      for (const order of [present, present.toReversed()]) {
        const applied = thresholdsFor(['9-1', '9'], inRush, settingsWith(...order));
        expect(applied.thresholds.minBikes).toBe(strongest.minBikes);
        expect(applied.sources.minBikes).toEqual({
          districtId: strongest.districtId,
          windowId: strongest.windowId,
        });
      }
    },
  );

  it('knows no window outside of its hours', () => {
    const all = settingsWith(...PRECEDENCE);
    expect(thresholdsFor(['9-1', '9'], atNoon, all).thresholds.minBikes).toBe(7);
    expect(thresholdsFor([], atNoon, all)).toEqual({
      thresholds: expect.objectContaining({ minBikes: 3 }),
      sources: {},
    });
  });

  it('says nothing to other districts', () => {
    const applied = thresholdsFor(['2-1', '2'], inRush, settingsWith('quartierRush', 'quartier'));
    expect(applied.thresholds.minBikes).toBe(3);
  });

  it('decides each threshold on its own', () => {
    const settings: Settings = {
      ...settingsWith('cityRush'),
      overrides: [
        { districtId: '9', windowId: null, values: { minBikes: 9 } },
        { districtId: null, windowId: 'rush', values: { minBikes: 4, emptyBikes: 2 } },
      ],
    };
    const { thresholds, sources } = thresholdsFor(['9'], inRush, settings);
    expect(thresholds).toMatchObject({ minBikes: 9, emptyBikes: 2, targetRatio: 0.2 });
    expect(sources).toEqual({
      minBikes: { districtId: '9', windowId: null },
      emptyBikes: { districtId: null, windowId: 'rush' },
    });
  });
});

describe('thresholdsInForce', () => {
  const district = (districtId: string, parentId: string | null): CityDistrict => ({
    ...{ districtId, parentId, level: parentId ? 2 : 1 },
    ...{ code: null, name: districtId },
  });
  const districts = [
    district('9', null),
    district('9-1', '9'),
    district('9-2', '9'),
    district('2', null),
  ];

  it('answers for every district as thresholdsFor does', () => {
    const settings = settingsWith(...PRECEDENCE);
    for (const at of [inRush, atNoon]) {
      const inForce = thresholdsInForce(settings, districts, windowAt(settings.windows, at));
      for (const { districtId, parentId } of districts) {
        const path = parentId ? [districtId, parentId] : [districtId];
        expect(thresholdsOfDistrict(inForce, districtId)).toEqual(
          thresholdsFor(path, at, settings),
        );
      }
      expect(thresholdsOfDistrict(inForce, null)).toEqual(thresholdsFor([], at, settings));
    }
  });

  it('names only the districts in which something differs from the city', () => {
    const inForce = thresholdsInForce(settingsWith('quartier', 'cityRush'), districts, RUSH);
    expect(Object.keys(inForce.districts)).toEqual(['9-1']);
    const noon = thresholdsInForce(settingsWith('arrondissementRush'), districts, null);
    expect(noon.districts).toEqual({});
  });

  it('ends at a district that contains itself', () => {
    const circle = [district('a', 'b'), district('b', 'a')];
    const settings: Settings = {
      ...defaultSettings,
      overrides: [{ districtId: 'b', windowId: null, values: { minBikes: 5 } }],
    };
    const inForce = thresholdsInForce(settings, circle, null);
    expect(thresholdsOfDistrict(inForce, 'a').thresholds.minBikes).toBe(5);
  });
});

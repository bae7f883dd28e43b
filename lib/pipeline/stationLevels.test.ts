import { expect, it } from 'vitest';
import { testCity } from '@/components/map/testCity';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { stationLevels } from './stationLevels';

const seconds = (text: string) => Date.parse(text) / 1_000;
const span = { fromAt: seconds('2026-11-23T00:00Z'), toAt: seconds('2026-11-24T00:00Z') };
const districts = [
  { districtId: 'arr', level: 1, parentId: null, code: null, name: '9e' },
  { districtId: 'quartier', level: 2, parentId: 'arr', code: null, name: 'Opéra' },
];
const { base } = testCity(
  [
    { id: 'in', districtId: 'quartier' },
    { id: 'out', districtId: null },
  ],
  { districts },
);
const settings: Settings = {
  ...defaultSettings,
  windows: [{ windowId: 'am', name: 'Morning', days: [1], fromMin: 420, toMin: 540 }],
  overrides: [{ districtId: 'arr', windowId: 'am', values: { minBikes: 9 } }],
};

it('raises the target where and when a rule says so, and nowhere else', () => {
  const targets = (i: number, by: Settings) =>
    stationLevels(base, by, i, span).map(({ fromAt, targetBikes }) => [
      new Date(fromAt * 1_000).toISOString().slice(11, 16),
      targetBikes,
    ]);
  expect(targets(0, settings)).toEqual([
    ['00:00', 4],
    ['06:00', 9],
    ['08:00', 4],
  ]);
  expect(targets(1, settings)).toEqual([['00:00', 4]]);
  expect(targets(0, defaultSettings)).toEqual([['00:00', 4]]);
});

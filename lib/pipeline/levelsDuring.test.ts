import { expect, it } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import type { SettingsSpan } from '@/lib/settings/settingsPastStore';
import { levelsDuring } from './levelsDuring';
import { rulesDuring } from './rulesDuring';

const seconds = (text: string) => Date.parse(text) / 1_000;
const [fromAt, changedAt, toAt] = [
  '2026-11-23T00:00Z',
  '2026-11-23T12:00Z',
  '2026-11-24T00:00Z',
].map(seconds) as [number, number, number];
const districts = [{ districtId: 'd', level: 1, parentId: null, code: null, name: '9e' }];
const windowed: Settings = {
  ...defaultSettings,
  windows: [{ windowId: 'am', name: 'Morning', days: [1], fromMin: 420, toMin: 540 }],
  overrides: [{ districtId: 'd', windowId: 'am', values: { minBikes: 9 } }],
};
const span = (from: number, to: number, settings: Settings): SettingsSpan => ({
  ...{ fromAt: from, toAt: to, version: 1, savedAt: from, settings },
});
const told = (
  settings: SettingsSpan[],
  capacities: [number, number, number | null][],
  districtId: string | null = 'd',
) =>
  levelsDuring(
    rulesDuring(settings, districts, 'Europe/Paris'),
    capacities.map(([from, to, capacity]) => ({ fromAt: from, toAt: to, capacity })),
    districtId,
  ).map((level) => [
    new Date(level.fromAt * 1_000).toISOString().slice(11, 16),
    level.targetBikes,
    level.emptyBikes,
  ]);

it('follows the windows of the settings in force, and then the settings that replaced them', () => {
  const strict = { ...defaultSettings, minBikes: 6, emptyBikes: 1 };
  const saved = [span(fromAt, changedAt, windowed), span(changedAt, toAt, strict)];
  expect(told(saved, [[fromAt, toAt, 20]])).toEqual([
    ['00:00', 4, 0],
    ['06:00', 9, 0],
    ['08:00', 4, 0],
    ['12:00', 6, 1],
  ]);
  expect(told(saved, [[fromAt, toAt, 20]], null)).toEqual([
    ['00:00', 4, 0],
    ['12:00', 6, 1],
  ]);
});

it('measures by the docks of the time', () => {
  const plain = [span(fromAt, changedAt, defaultSettings), span(changedAt, toAt, defaultSettings)];
  expect(
    told(plain, [
      [fromAt, fromAt + 3_600, null],
      [fromAt + 3_600, toAt, 40],
    ]),
  ).toEqual([
    ['00:00', 3, 0],
    ['01:00', 8, 0],
  ]);
});

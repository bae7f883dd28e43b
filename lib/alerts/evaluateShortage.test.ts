import { describe, expect, test } from 'vitest';
import type { Severity } from '@/lib/deficit/assessment';
import type { ShortageCondition } from './alertCondition';
import { evaluateShortage, MAX_GAP_MS } from './evaluateShortage';
import { newRuleState, type RuleState } from './ruleState';
import { alertCity, alertStation, anyEmpty } from './testAlerts';

const MINUTE = 60_000;
/** A Monday, 06:00 in Paris. */
const START = new Date('2026-11-23T05:00:00Z').getTime();

/** The kinds told at each minute of a station's life. */
function lifeOf(
  condition: ShortageCondition,
  minutes: readonly (Severity | 'hole' | 'gone')[],
  startMs = START,
) {
  let state: RuleState = newRuleState;
  return minutes.map((severity, minute) => {
    if (severity === 'hole') return '';
    const at = new Date(startMs + minute * MINUTE);
    const stations = severity === 'gone' ? [] : [alertStation('a', { severity })];
    const { state: next, transitions } = evaluateShortage(
      condition,
      alertCity(at, stations),
      state,
    );
    state = next;
    return transitions.map(({ kind }) => kind).join();
  });
}

test('raises once, recovers once', () => {
  expect(lifeOf(anyEmpty, ['ok', 'empty', 'empty', 'low', 'ok', 'empty'])).toEqual([
    ...['', 'raised', '', 'recovered', '', 'raised'],
  ]);
});

test('a minute that is missing, and the same minute again, change nothing', () => {
  const at = new Date(START);
  const city = alertCity(at, [alertStation('a', { severity: 'empty' })]);
  const first = evaluateShortage(anyEmpty, city, newRuleState);
  expect(first.transitions).toHaveLength(1);
  expect(evaluateShortage(anyEmpty, city, first.state)).toEqual({
    state: first.state,
    transitions: [],
  });
  const older = alertCity(new Date(START - MINUTE), [alertStation('a')]);
  expect(evaluateShortage(anyEmpty, older, first.state).transitions).toEqual([]);
});

test('what has not lasted is not told', () => {
  const lasting = { ...anyEmpty, lastingMin: 2 };
  expect(lifeOf(lasting, ['empty', 'empty', 'ok', 'empty', 'empty', 'empty', 'ok'])).toEqual([
    ...['', '', '', '', '', 'raised', 'recovered'],
  ]);
});

test('a hole in the data begins the count anew, and does not end what was told', () => {
  const gapMinutes = MAX_GAP_MS / MINUTE + 1;
  const lasting = { ...anyEmpty, lastingMin: 5 };
  const holes = Array.from({ length: gapMinutes }, () => 'hole' as const);
  const told = lifeOf(lasting, ['empty', ...holes, 'empty', ...Array(5).fill('empty')]);
  expect(told.filter(Boolean)).toEqual(['raised']);
  expect(told.at(-1)).toBe('raised');
  expect(lifeOf(anyEmpty, ['empty', ...holes, 'empty', 'ok']).filter(Boolean)).toEqual([
    ...['raised', 'recovered'],
  ]);
});

test('unknown is neither short nor recovered', () => {
  expect(lifeOf(anyEmpty, ['empty', 'unknown', 'empty', 'unknown', 'ok'])).toEqual([
    ...['raised', '', '', '', 'recovered'],
  ]);
  const lasting = { ...anyEmpty, lastingMin: 2 };
  expect(lifeOf(lasting, ['empty', 'unknown', 'empty', 'empty', 'empty'])).toEqual([
    ...['', '', '', '', 'raised'],
  ]);
});

test('a station that is gone is forgotten', () => {
  expect(lifeOf(anyEmpty, ['empty', 'gone', 'empty'])).toEqual(['raised', '', 'raised']);
});

describe('hours', () => {
  const morning = { ...anyEmpty, lastingMin: 3, hours: { fromMin: 420, toMin: 480 } };

  test('tells at their beginning what has lasted before, and recoveries at any hour', () => {
    const start = new Date('2026-11-23T05:58:00Z').getTime();
    expect(lifeOf(morning, Array(3).fill('empty'), start - 2 * MINUTE).join()).toBe(',,');
    const told = lifeOf(morning, [...Array(6).fill('empty'), 'ok'], start - 2 * MINUTE);
    expect(told).toEqual(['', '', '', '', 'raised', '', 'recovered']);
  });

  test('on the days that were asked for', () => {
    const weekend = { ...anyEmpty, days: [6, 7] };
    expect(lifeOf(weekend, ['empty']).join()).toBe('');
    expect(lifeOf(weekend, ['empty'], new Date('2026-11-22T05:00:00Z').getTime())).toEqual([
      'raised',
    ]);
  });
});

describe('matches', () => {
  const at = new Date(START);
  const told = (
    condition: Partial<ShortageCondition>,
    station: Parameters<typeof alertStation>[1],
  ) =>
    evaluateShortage(
      { ...anyEmpty, ...condition },
      alertCity(at, [alertStation('a', station)]),
      newRuleState,
    ).transitions.length;

  test.each([
    ['graver than asked', { severity: 'low' }, { severity: 'empty' }, 1],
    ['milder than asked', { severity: 'critical' }, { severity: 'low' }, 0],
    ['covered', { uncoveredOnly: true }, { severity: 'empty', isCovered: true }, 0],
    ['in a quartier of the arrondissement', { districtIds: ['a9'] }, { severity: 'empty' }, 1],
    ['elsewhere', { districtIds: ['a10'] }, { severity: 'empty' }, 0],
    [
      'outside of all districts',
      { districtIds: ['a9'] },
      { severity: 'empty', districtIds: [] },
      0,
    ],
  ] as const)('%s', (_, condition, station, count) => {
    expect(told(condition as Partial<ShortageCondition>, station)).toBe(count);
  });
});

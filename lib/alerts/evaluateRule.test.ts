import { expect, test } from 'vitest';
import { FRESH_WITHIN_MS, REPORTED_WITHIN_MS } from './alertCity';
import { evaluateRule } from './evaluateRule';
import { newRuleState } from './ruleState';
import { alertCity, alertStation, anyEmpty } from './testAlerts';

const NOW = new Date('2026-11-23T08:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const empty = [alertStation('a', { severity: 'empty' })];

test('stale data tell of no shortage', () => {
  const told = (city: Parameters<typeof evaluateRule>[1]) =>
    evaluateRule(anyEmpty, city, newRuleState, NOW).transitions.length;
  expect(told(alertCity(ago(FRESH_WITHIN_MS), empty))).toBe(1);
  expect(told(alertCity(ago(FRESH_WITHIN_MS + 1), empty))).toBe(0);
  expect(told({ ...alertCity(NOW, empty), confirmedAt: null })).toBe(0);
  const oldReports = { ...alertCity(NOW, empty), medianReportedAt: ago(REPORTED_WITHIN_MS + 1) };
  expect(told(oldReports)).toBe(0);
});

test('stale data end no shortage either', () => {
  const raised = evaluateRule(anyEmpty, alertCity(ago(600_000), empty), newRuleState, ago(600_000));
  expect(raised.transitions).toHaveLength(1);
  const stale = alertCity(ago(FRESH_WITHIN_MS + 1), [alertStation('a')]);
  expect(evaluateRule(anyEmpty, stale, raised.state, NOW)).toEqual({
    state: raised.state,
    transitions: [],
  });
});

test('a dead feed is one alert, and one recovery', () => {
  const rule = { kind: 'deadFeed' as const, silentMin: 15 };
  const heard = alertCity(ago(0), []);
  let state = newRuleState;
  const told = [10, 14, 15, 16, 40].flatMap((minute) => {
    const at = new Date(NOW.getTime() + minute * 60_000);
    const look = evaluateRule(rule, heard, state, at);
    state = look.state;
    return look.transitions.map(({ kind, sinceMs }) => [minute, kind, sinceMs]);
  });
  expect(told).toEqual([[15, 'raised', NOW.getTime()]]);
  const back = new Date(NOW.getTime() + 41 * 60_000);
  const recovered = evaluateRule(rule, alertCity(back, []), state, back);
  expect(recovered.transitions.map(({ kind }) => kind)).toEqual(['recovered']);
});

test('a feed that answers with old reports is as dead; one that never spoke is not', () => {
  const rule = { kind: 'deadFeed' as const, silentMin: 15 };
  const city = { ...alertCity(NOW, []), medianReportedAt: ago(16 * 60_000) };
  expect(evaluateRule(rule, city, newRuleState, NOW).transitions).toHaveLength(1);
  const never = { ...city, confirmedAt: null, medianReportedAt: null };
  expect(evaluateRule(rule, never, newRuleState, NOW).transitions).toEqual([]);
});

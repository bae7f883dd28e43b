import { expect, test } from 'vitest';
import type { AlertLine } from './alertLine';
import { countLines } from './countLines';
import { mergeLines, netLines } from './netLines';

function line(part: Partial<AlertLine> & { severity?: 'empty' | 'low' | 'ok' }): AlertLine {
  const { severity = 'empty', ...rest } = part;
  return {
    ...{ ruleId: 'r1', ruleName: 'Mornings', kind: 'raised', subjectId: 'a', atMs: 0, sinceMs: 0 },
    station: { name: 'A', districtName: null, severity, usableBikes: 0, isCovered: false },
    ...rest,
  };
}

test('what came and went is said once, as recovered', () => {
  const lines = [
    line({ subjectId: 'a' }),
    line({ subjectId: 'b', severity: 'low' }),
    line({ subjectId: 'a', kind: 'recovered', severity: 'ok' }),
    line({ subjectId: 'c' }),
  ];
  const told = netLines(lines).map(({ subjectId, kind }) => `${subjectId} ${kind}`);
  expect(told).toEqual(['c raised', 'b raised', 'a recovered']);
});

test('a dead feed comes before any station', () => {
  const told = netLines([line({}), line({ ruleId: 'r2', subjectId: 'feed', station: null })]);
  expect(told.map(({ subjectId }) => subjectId)).toEqual(['feed', 'a']);
  expect(countLines(told)).toEqual({ raisedStations: 1, recoveredStations: 0, feed: 'raised' });
});

test('a station of which several rules speak is named once', () => {
  const lines = [line({}), line({ ruleId: 'r2', ruleName: 'Everywhere' })];
  expect(mergeLines(lines)).toHaveLength(1);
  expect(mergeLines(lines)[0]?.ruleNames).toEqual(['Mornings', 'Everywhere']);
  expect(countLines(lines).raisedStations).toBe(1);
});

import { expect, it } from 'vitest';
import { stationCsv } from './stationCsv';
import type { StationPast } from './stationPast';

const START = Date.parse('2026-11-20T06:00:00Z') / 1_000;
const HOUR_S = 3_600;
const at = (hour: number) => START + hour * HOUR_S;
const past: StationPast = {
  stationId: '=1+1',
  fromAt: at(0),
  toAt: at(10),
  stretches: [{ fromAt: at(0), toAt: at(10), tier: 'changes' }],
  samples: {
    at: [at(-3), at(2), at(7)],
    numBikesAvailable: [4, 0, 9],
    numMechanicalAvailable: [3, 0, null],
    numEbikesAvailable: [1, 0, null],
    numDocksAvailable: [16, 20, null],
    flags: [7, 7, 1],
  },
  unknown: [
    { fromAt: at(4), toAt: at(5) },
    { fromAt: at(5), toAt: at(6) },
  ],
  absent: [{ fromAt: at(9), toAt: at(10) }],
  levels: [
    { fromAt: at(0), toAt: at(3), targetBikes: 4, emptyBikes: 0, criticalShare: 0.5 },
    { fromAt: at(3), toAt: at(10), targetBikes: 6, emptyBikes: 0, criticalShare: 0.5 },
  ],
};

it('writes what held, and that nothing is known where nothing is', () => {
  const lines = stationCsv(past).trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^stationId,at,known,tier,numBikesAvailable,/);
  expect(lines.slice(1)).toEqual([
    "'=1+1,2026-11-20T06:00:00.000Z,true,changes,4,3,1,16,true,true,true,4",
    "'=1+1,2026-11-20T08:00:00.000Z,true,changes,0,0,0,20,true,true,true,4",
    "'=1+1,2026-11-20T10:00:00.000Z,false,,,,,,,,,",
    "'=1+1,2026-11-20T12:00:00.000Z,true,changes,0,0,0,20,true,true,true,6",
    "'=1+1,2026-11-20T13:00:00.000Z,true,changes,9,,,,true,false,false,6",
    "'=1+1,2026-11-20T15:00:00.000Z,false,,,,,,,,,",
  ]);
});

it('writes no rows of nothing', () => {
  const nothing = { ...past, toAt: past.fromAt };
  expect(stationCsv(nothing).trimEnd().split('\r\n')).toHaveLength(1);
});

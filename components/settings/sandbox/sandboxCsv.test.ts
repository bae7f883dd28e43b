import { expect, it } from 'vitest';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import { sandboxCsv } from './sandboxCsv';

const station: SandboxResult['stations'][number] = {
  ...{ stationId: '1', name: '=cmd, "x"', districtId: 'd' },
  ...{ alerts: [1, 2], shortMin: [30, 60], runs: 3, announced: [1, 3] },
};
const result = {
  ...{ fromAt: 1_652_652_000, toAt: 1_652_738_400, lastingMin: 15, settingsVersion: 4 },
  stations: [station, { ...station, stationId: '2', name: 'B', districtId: null }],
} as unknown as SandboxResult;

it('writes a row a station with the period, and makes formulas inert', () => {
  const [head, first, second, end] = sandboxCsv(result, () => '9e').split('\r\n');
  expect(head?.split(',').slice(0, 6)).toEqual([
    ...['stationId', 'name', 'district', 'alertsInForce', 'alertsDraft', 'minutesInForce'],
  ]);
  expect(first).toBe(
    `1,"'=cmd, ""x""",9e,1,2,30,60,3,1,3,2022-05-15T22:00:00.000Z,2022-05-16T22:00:00.000Z,15,4`,
  );
  expect(second).toMatch(/^2,B,,1,2,/);
  expect(end).toBe('');
});

it('has a head where no station was short', () => {
  expect(sandboxCsv({ ...result, stations: [] }, String)).toBe('stationId\r\n');
});

import { describe, expect, it } from 'vitest';
import { type DistrictDay, QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { lineOfDays } from './lineOfDays';

const quarters = (value: (quarter: number) => number) =>
  Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => value(quarter));

/** Ten stations, all seen but where `blind` says so; `empty` of them stand empty. */
function day(localDate: string, empty: number, blind: (quarter: number) => boolean): DistrictDay {
  const none = quarters(() => 0);
  return {
    ...{ localDate, districtId: '', stations: 10, knownToAt: 0, isPartial: false },
    observedMin: quarters((quarter) => (blind(quarter) ? 20 : 150)),
    openMin: quarters(() => 150),
    emptyMin: quarters(() => empty * 15),
    ...{ fullMin: none, departures: none, arrivals: none, movedOut: none, movedIn: none },
  };
}

const FROM = Date.parse('2026-11-21T23:00:00Z') / 1_000;
const DAY_S = 86_400;

describe('lineOfDays', () => {
  it('averages the quarter-hours of each step, and leaves out what hardly anybody saw', () => {
    const days = [
      day('2026-11-22', 4, (quarter) => quarter < 48),
      day('2026-11-23', 2, () => false),
    ];
    const span = { fromAt: FROM, toAt: FROM + 3 * DAY_S };
    const line = lineOfDays(days, span, DAY_S / 2, 'Europe/Paris');
    expect(line.emptyStations).toEqual([null, 4, 2, 2, null, null]);
  });

  it('takes days from elsewhere for nothing', () => {
    const span = { fromAt: FROM, toAt: FROM + DAY_S };
    const days = [day('2026-11-20', 4, () => false), day('2026-11-25', 4, () => false)];
    expect(lineOfDays(days, span, DAY_S, 'Europe/Paris').emptyStations).toEqual([null]);
  });
});

import { describe, expect, it } from 'vitest';
import { GAP_AFTER_S } from '@/lib/stations/stationHistory';
import { gapAfterS, observedHours, observedMarks } from './recordingLooks';

const at = (time: string) => Date.parse(`2022-05-17T${time}Z`);
const looks = (...times: string[]) =>
  times.map((time) => ({ atMs: at(time), medianReportedMs: at(time) - 60_000 }));

describe('what a recording observed', () => {
  it('takes twice the usual interval for a gap, and never less than the live feed does', () => {
    expect(gapAfterS(looks('05:00:00', '06:00:00', '07:00:00', '11:00:00'))).toBe(7_200);
    expect(gapAfterS(looks('05:00:00', '05:01:00', '05:02:00'))).toBe(GAP_AFTER_S);
    expect(gapAfterS(looks('05:00:00'))).toBe(GAP_AFTER_S);
  });

  it('marks what is between two looks so that nobody takes it for a gap', () => {
    const marks = observedMarks(looks('05:00:00', '05:12:00', '09:00:00'), 3_600);
    expect(
      marks.map(({ atMs, isLook }) => [new Date(atMs).toISOString().slice(11, 16), isLook]),
    ).toEqual([
      ['05:00', true],
      ['05:05', false],
      ['05:10', false],
      ['05:12', true],
      ['09:00', true],
    ]);
    expect(marks[1]?.medianReportedMs).toBe(at('04:59:00'));
  });

  it('knows the whole hours on and between looks, none within a gap', () => {
    const hours = observedHours(looks('04:50:00', '06:10:00', '08:30:00', '09:00:00'), 5_400);
    expect(hours.map(({ hourMs, lookMs }) => [hourMs, lookMs])).toEqual([
      [at('05:00:00'), at('04:50:00')],
      [at('06:00:00'), at('04:50:00')],
      [at('09:00:00'), at('09:00:00')],
    ]);
  });
});

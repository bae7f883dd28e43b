import type { Span } from '@/lib/history/stationSeries';
import type { JudgedAlert, JudgedTimeline } from './judgedTimeline';
import { alertsByDay, alertsByHour, localDays } from './sandboxCalendar';
import type { SandboxPeriod } from './sandboxPeriod';
import type { SandboxPlaces } from './sandboxPlaces';
import type { SandboxResult } from './sandboxResult';
import { sandboxSide } from './sandboxSide';
import { sandboxDistricts, sandboxStations } from './sandboxStations';
import type { Pair } from './sandboxTimeline';

/** What a result says of itself beside its figures. */
export interface SandboxFrame {
  asked: Span;
  period: SandboxPeriod;
  lastingMin: number;
  settingsVersion: number;
  timeZone: string;
  rows: number;
  places: SandboxPlaces;
}

/** All stations together: by side, day, hour, district, and the stations themselves. */
export function summariseSandbox(
  judged: readonly JudgedTimeline[],
  { asked, period, lastingMin, settingsVersion, timeZone, rows, places }: SandboxFrame,
): SandboxResult {
  const { fromAt, toAt, observed, gaps } = period;
  const observedMin = minutesOf(observed);
  const told: Pair<JudgedAlert[]> = [toldBy(judged, 0), toldBy(judged, 1)];
  const stations = sandboxStations(judged, places.placeOf);
  return {
    ...{ fromAt, toAt, asked, lastingMin, settingsVersion, gaps, rows, stations },
    observedMin: Math.round(observedMin),
    unobservedMin: Math.round(minutesOf(gaps)),
    stationsSeen: judged.length,
    sides: [sandboxSide(judged, 0, observedMin), sandboxSide(judged, 1, observedMin)],
    days: alertsByDay(localDays(period, timeZone), told),
    hours: alertsByHour(told, timeZone),
    districts: sandboxDistricts(stations),
  };
}

/** Those told in the period: of one that stood when it began nobody knows when it was told. */
function toldBy(judged: readonly JudgedTimeline[], side: 0 | 1): JudgedAlert[] {
  return judged.flatMap(({ alerts }) => alerts[side].filter(({ wasOpen }) => !wasOpen));
}

function minutesOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt) / 60, 0);
}

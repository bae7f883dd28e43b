import type { AlertStation } from '@/lib/alerts/alertCity';
import type { ShortageCondition } from '@/lib/alerts/alertCondition';
import { evaluateShortage } from '@/lib/alerts/evaluateShortage';
import { newRuleState } from '@/lib/alerts/ruleState';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { judgeStations } from '@/lib/deficit/judgeStations';
import { testCity, testStation } from '@/lib/deficit/testCity';
import type { Span } from '@/lib/history/stationSeries';
import type { Settings } from '@/lib/settings/settings';
import { thresholdsFor } from '@/lib/settings/thresholdsFor';
import { localTimeOf } from '@/lib/units/localTime';
import { SILENCE_KEPT_MIN } from '../keptSilence';
import type { JudgedAlert } from './judgedTimeline';
import type { AlertOutcome, RunOutcome } from './sandboxOutcomes';

const MINUTE_S = 60;
const HOUR_MIN = 60;

/** What stood at a station from an instant on. */
export interface PlainRow {
  at: number;
  bikes: number;
  flags: number;
  capacity: number | null;
  lastReportedAt: number | null;
}

/** One station's past as a test makes it up; all times are whole minutes in epoch seconds. */
export interface PlainPast {
  span: Span;
  rows: readonly PlainRow[];
  gaps: readonly Span[];
  absent: readonly Span[];
  districtId: string | null;
  timeZone: string;
  lastingMin: number;
}

/** A minute at which somebody looked. */
interface PlainMinute {
  at: number;
  /** null: the feed did not have the station. */
  station: AlertStation | null;
  isKnown: boolean;
  isEmpty: boolean;
  isShort: boolean;
}

/** The same answers as judgeTimeline, minute by minute, by the judgement and the alerts of the live map. */
export function plainSandbox(past: PlainPast, settings: Settings) {
  const minutes = minutesOf(past, settings);
  const alerts = plainAlerts(minutes, past).map(
    (alert): JudgedAlert => ({ ...alert, outcome: plainOutcome(minutes, alert.raisedAt) }),
  );
  const runs = minutes.filter((one) => isRunBeginning(minutes, one)).map(({ at }) => at);
  return { alerts, runs, runOutcomes: runs.map((at) => plainRunOutcome(minutes, at, alerts)) };
}

function minutesOf(past: PlainPast, settings: Settings): PlainMinute[] {
  const { span, rows, gaps, absent, districtId, timeZone } = past;
  const within = (at: number) => (one: Span) => at >= one.fromAt && at < one.toAt;
  const minutes: PlainMinute[] = [];
  for (let at = span.fromAt; at < span.toAt; at += MINUTE_S) {
    const row = rows.findLast((one) => one.at <= at);
    if (!row || gaps.some(within(at))) continue;
    const local = localTimeOf(new Date(at * 1_000), timeZone);
    const { thresholds } = thresholdsFor(districtId === null ? [] : [districtId], local, settings);
    const severity = severityAt(row, at, { ...thresholds, staleAfterMin: SILENCE_KEPT_MIN });
    const isAbsent = absent.some(within(at));
    const isKnown = !isAbsent && severity !== 'unknown';
    minutes.push({
      ...{ at, isKnown, station: isAbsent ? null : stationOf(severity) },
      isEmpty: isKnown && row.bikes === 0,
      isShort: isKnown && (severity === 'critical' || severity === 'empty'),
    });
  }
  return minutes;
}

function severityAt(row: PlainRow, at: number, thresholds: Parameters<typeof judgeStations>[1][0]) {
  const { severity } = judgeStations(testCity([testStation(row)], [], at), [thresholds!]);
  return SEVERITIES[severity[0]!]!;
}

function stationOf(severity: AlertStation['severity']): AlertStation {
  const place = { stationId: 's', name: 's', districtIds: [], districtName: null };
  return { ...place, severity, isCovered: false, usableBikes: null };
}

function plainAlerts(minutes: readonly PlainMinute[], { lastingMin, timeZone }: PlainPast) {
  const condition: ShortageCondition = {
    ...{
      kind: 'shortage',
      districtIds: [],
      severity: 'critical',
      uncoveredOnly: false,
      lastingMin,
    },
    ...{ days: [1, 2, 3, 4, 5, 6, 7], hours: null },
  };
  const alerts: Omit<JudgedAlert, 'outcome'>[] = [];
  let state = newRuleState;
  let shortS = 0;
  let lastKnownAt = 0;
  minutes.forEach(({ at, station, isShort, isKnown }, i) => {
    const city = {
      confirmedAt: new Date(at * 1_000),
      medianReportedAt: null,
      timezone: timeZone,
      stations: station ? [station] : [],
    };
    const before = state.matches.s;
    const { state: after } = evaluateShortage(condition, city, state);
    // What stands already when the first look is made was told before.
    if (i === 0 && after.matches.s) after.matches.s.raisedMs = after.matches.s.sinceMs;
    state = after;
    const match = state.matches.s;
    if (match?.sinceMs !== before?.sinceMs) shortS = 0;
    if (isShort) shortS += MINUTE_S;
    const open = alerts.at(-1);
    if (before?.raisedMs != null && !match && open)
      open.endedAt = station ? at : lastKnownAt + MINUTE_S;
    if (match?.raisedMs != null && before?.raisedMs == null) {
      const sinceAt = match.sinceMs / 1_000;
      const wasOpen = i === 0;
      alerts.push({ sinceAt, raisedAt: match.raisedMs / 1_000, endedAt: null, shortS, wasOpen });
    } else if (match?.raisedMs != null && open) open.shortS = shortS;
    if (isKnown) lastKnownAt = at;
  });
  return alerts;
}

function plainOutcome(minutes: readonly PlainMinute[], raisedAt: number): AlertOutcome {
  const hour = minutes.filter(({ at }) => at >= raisedAt && at <= raisedAt + HOUR_MIN * MINUTE_S);
  if (hour[0]?.isEmpty) return 'alreadyEmpty';
  if (hour.some(({ isEmpty }) => isEmpty)) return 'ranEmpty';
  const known = hour.filter((one) => one.isKnown && one.at < raisedAt + HOUR_MIN * MINUTE_S);
  return known.length === HOUR_MIN ? 'stayed' : 'unknown';
}

function isRunBeginning(minutes: readonly PlainMinute[], { at, isEmpty }: PlainMinute): boolean {
  const before = minutes.find((one) => one.at === at - MINUTE_S);
  if (!isEmpty || !before?.isKnown || before.isEmpty) return false;
  return !minutes.some((one) => one.isEmpty && one.at < at && one.at >= at - HOUR_MIN * MINUTE_S);
}

function plainRunOutcome(
  minutes: readonly PlainMinute[],
  runAt: number,
  alerts: readonly JudgedAlert[],
): RunOutcome {
  const told = alerts.filter(({ raisedAt }) => raisedAt < runAt);
  const stands = told.some(({ endedAt }) => endedAt === null || endedAt > runAt);
  const recent = told.some(({ raisedAt }) => raisedAt >= runAt - HOUR_MIN * MINUTE_S);
  if (stands || recent) return 'announced';
  const end = minutes.find(
    (one, i) => one.at > runAt && (!one.isEmpty || minutes[i - 1]?.at !== one.at - MINUTE_S),
  );
  const endAt = end?.at ?? Number.POSITIVE_INFINITY;
  return alerts.some(({ raisedAt }) => raisedAt >= runAt && raisedAt < endAt) ? 'late' : 'missed';
}

import type { Database } from '@/lib/db/database';
import type { HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import type { Settings } from '@/lib/settings/settings';
import type { VersionedSettings } from '@/lib/settings/settingsStore';
import { readAbsences } from '@/lib/stations/absenceStore';
import { readLooks } from '@/lib/stations/looksStore';
import type { CityBase } from '../cityView';
import { rulesDuring } from '../rulesDuring';
import type { RulesSpan } from '../rulesSpan';
import { type JudgedTimeline, judgeTimeline } from './judgedTimeline';
import { type NothingToReplay, type SandboxPeriod, sandboxPeriod } from './sandboxPeriod';
import { type SandboxPlaces, sandboxPlaces } from './sandboxPlaces';
import type { SandboxResult } from './sandboxResult';
import { silenceLooks } from './silentSpans';
import { summariseSandbox } from './summariseSandbox';
import { foldTimelines, type TimelineFold } from './timelineFold';

/** Rows folded, and stations judged, before others get their turn: some milliseconds. */
const ROWS_A_TURN = 4_000;
const STATIONS_A_TURN = 100;

export interface SandboxSources {
  db: Database;
  systemId: string;
  reader: HistoryReader;
  /** The present city, for its clock, its districts and its stations. */
  base: Pick<CityBase, 'timezone' | 'districts' | 'stations'>;
  inForce: VersionedSettings;
  /** Lets others work between two pieces of what takes long. */
  nextTurn(): Promise<void>;
}

export interface SandboxQuestion {
  draft: Settings;
  /** The period, epoch seconds. */
  asked: Span;
  /** How long a shortage must have lasted to be told, minutes, 0..720. */
  lastingMin: number;
}

export type SandboxEvent =
  /** Which part of the period was read, 0..1. */
  | { kind: 'progress'; share: number }
  | { kind: 'nothing'; reason: NothingToReplay }
  | { kind: 'result'; result: SandboxResult };

/**
 * Replays a period of the past by the settings in force and by a draft. Reads, and saves nothing.
 * Rows are folded as they come, so memory grows with what happened at stations, not with the rows;
 * whoever consumes it may stop at any event.
 */
export async function* runSandbox(
  sources: SandboxSources,
  question: SandboxQuestion,
): AsyncGenerator<SandboxEvent> {
  const { reader } = sources;
  const { asked } = question;
  yield { kind: 'progress', share: 0 };
  const reach = await reader.readReach();
  const before = reach && (await reader.readCityAt(new Date(asked.fromAt * 1_000)));
  const after = reach && (await reader.readCityAt(new Date(asked.toAt * 1_000)));
  const described = [before, after].flatMap((city) => (city ? [city.stations] : []));
  if (!reach) return yield { kind: 'nothing', reason: 'noHistory' };
  const period = await sandboxPeriod(reader, reach, asked);
  if (typeof period === 'string') return yield { kind: 'nothing', reason: period };

  const places = sandboxPlaces(sources.base.districts, [...described, sources.base.stations]);
  const fold = await beginFold(sources, question.draft, period, places);
  let rows = 0;
  for await (const batch of reader.streamRows(period)) {
    for (let row = 0; row < batch.at.length; row += ROWS_A_TURN) {
      fold.take(batch, row, row + ROWS_A_TURN);
      await sources.nextTurn();
    }
    rows += batch.at.length;
    const reachedAt = batch.at.at(-1) ?? period.fromAt;
    const share = (reachedAt - period.fromAt) / (period.toAt - period.fromAt);
    yield { kind: 'progress', share: Math.min(1, Math.max(0, share)) };
  }
  const stations = await judged(fold, period, question.lastingMin, sources.nextTurn);
  yield {
    kind: 'result',
    result: summariseSandbox(stations, {
      ...{ asked, period, rows, places },
      lastingMin: question.lastingMin,
      settingsVersion: sources.inForce.version,
      timeZone: sources.base.timezone,
    }),
  };
}

async function beginFold(
  { db, systemId, base, inForce }: SandboxSources,
  draft: Settings,
  period: SandboxPeriod,
  { districtOf }: SandboxPlaces,
): Promise<TimelineFold> {
  const [looks, absences] = await Promise.all([
    readLooks(db, systemId, period),
    readAbsences(db, systemId, period),
  ]);
  const rulesOf = (settings: Settings, settingsVersion: number): RulesSpan[] =>
    rulesDuring(
      // What would have been, so for the whole period, whenever it was saved.
      [{ ...spanOf(period), version: settingsVersion, settings, savedAt: null }],
      base.districts,
      base.timezone,
    );
  return foldTimelines({
    ...{ stretches: period.stretches, observed: period.observed, absences, districtOf },
    looks: silenceLooks(looks),
    rules: [rulesOf(inForce.settings, inForce.version), rulesOf(draft, inForce.version)],
  });
}

async function judged(
  fold: TimelineFold,
  { observed, gaps }: SandboxPeriod,
  lastingMin: number,
  nextTurn: SandboxSources['nextTurn'],
): Promise<JudgedTimeline[]> {
  const asked = { lastingS: lastingMin * 60, opensAt: observed[0]!.fromAt, gaps };
  const stations: JudgedTimeline[] = [];
  for (const timeline of fold.finish()) {
    stations.push(judgeTimeline(timeline, asked));
    if (stations.length % STATIONS_A_TURN === 0) await nextTurn();
  }
  return stations;
}

function spanOf({ fromAt, toAt }: Span): Span {
  return { fromAt, toAt };
}

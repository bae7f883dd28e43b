import { type AssessmentColumns, SEVERITIES } from '@/lib/deficit/assessment';
import type { Settings } from '@/lib/settings/settings';
import { stationThresholds, thresholdsInForce } from '@/lib/settings/thresholdsInForce';
import type { LoadedCity } from './assessedCity';
import { windowInForce } from './loadCity';

/** When the preview is for: the present, or a time window (null: outside of all of them). */
export type PreviewMoment =
  | { kind: 'at'; instant: Date }
  | { kind: 'window'; windowId: string | null };

/** What other settings would make of the present snapshot. Nothing is saved. */
export interface SettingsPreview {
  /** Stations by severity, in the order of SEVERITIES. */
  before: number[];
  after: number[];
  /** Shortage that nothing covers in the whole city, bikes. */
  uncoveredBefore: number;
  uncoveredAfter: number;
  /** How many stations change their severity, or are covered where they were not. */
  changedCount: number;
  /** Those, the worst by the draft first; at most MAX_LISTED of them. */
  changed: ChangedStation[];
  /** Epoch seconds of the snapshot; null before the first. */
  fetchedAt: number | null;
}

export interface ChangedStation {
  stationId: string;
  name: string;
  lat: number;
  lon: number;
  /** Index into SEVERITIES. */
  before: number;
  after: number;
  coveredBefore: 0 | 1;
  coveredAfter: 0 | 1;
  targetBefore: number | null;
  targetAfter: number | null;
}

/** More on a small map or in a list would tell nothing more. */
const MAX_LISTED = 2_000;

/** Judges the held snapshot by the settings in force and by a draft, at the same moment. */
export function previewSettings(
  city: LoadedCity,
  draft: Settings,
  moment: PreviewMoment,
): SettingsPreview {
  const before = judge(city, city.settings.settings, moment);
  const after = judge(city, draft, moment);
  const changed = before.severity.flatMap((severity, i) =>
    severity !== after.severity[i] || before.covered[i] !== after.covered[i] ? [i] : [],
  );
  changed.sort((a, b) => after.rank[a]! - after.rank[b]!);
  return {
    before: countBySeverity(before),
    after: countBySeverity(after),
    uncoveredBefore: sum(before.uncoveredShortage),
    uncoveredAfter: sum(after.uncoveredShortage),
    changedCount: changed.length,
    changed: changed.slice(0, MAX_LISTED).map((i) => changedStation(city, before, after, i)),
    fetchedAt: city.view.frame.freshness.fetchedAt,
  };
}

function judge(city: LoadedCity, settings: Settings, moment: PreviewMoment): AssessmentColumns {
  const { timezone, districts, stations } = city.view.base;
  const window =
    moment.kind === 'at'
      ? windowInForce(settings, timezone, moment.instant)
      : (settings.windows.find(({ windowId }) => windowId === moment.windowId) ?? null);
  const inForce = thresholdsInForce(settings, districts, window);
  return city.judgeBy(stationThresholds(inForce, stations.districtId));
}

function countBySeverity({ severity }: AssessmentColumns): number[] {
  const counts = SEVERITIES.map(() => 0);
  for (const code of severity) counts[code]! += 1;
  return counts;
}

function changedStation(
  { view }: LoadedCity,
  before: AssessmentColumns,
  after: AssessmentColumns,
  i: number,
): ChangedStation {
  const { stationId, name, lat, lon } = view.base.stations;
  return {
    ...{ stationId: stationId[i]!, name: name[i]!, lat: lat[i]!, lon: lon[i]! },
    before: before.severity[i]!,
    after: after.severity[i]!,
    coveredBefore: before.covered[i]!,
    coveredAfter: after.covered[i]!,
    targetBefore: before.targetBikes[i] ?? null,
    targetAfter: after.targetBikes[i] ?? null,
  };
}

function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((total, one) => total + one, 0));
}

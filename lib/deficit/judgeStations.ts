import type { Thresholds } from '@/lib/settings/settingValues';
import type { CityColumns } from '@/lib/stations/cityColumns';
import { type AssessmentColumns, SEVERITIES, UNKNOWN_REASONS } from './assessment';
import { unknownReasonOf } from './eligibility';
import { severityOf } from './severity';
import { targetBikesOf, usableBikesOf } from './target';

/** What can be said of each station by its own numbers, without its neighbours. */
export type OwnJudgement = Pick<
  AssessmentColumns,
  'severity' | 'unknownReason' | 'usableBikes' | 'targetBikes' | 'shortage'
>;

/**
 * Judges each station by itself: eligibility, usable bikes, target, shortage, severity.
 *
 * @param thresholds of each station
 */
export function judgeStations(
  city: Pick<CityColumns, 'stations' | 'status' | 'freshness'>,
  thresholds: readonly Thresholds[],
): OwnJudgement {
  const judgement: OwnJudgement = {
    severity: [],
    unknownReason: [],
    usableBikes: [],
    targetBikes: [],
    shortage: [],
  };
  const { status, freshness } = city;
  city.stations.stationId.forEach((_, i) => {
    const own = thresholds[i]!;
    const reason = unknownReasonOf(status, i, freshness.medianReportedAt, own.staleAfterMin);
    const usable = usableBikesOf(status.numBikesAvailable[i] ?? 0, status.phantomBikes[i] ?? 0);
    const target = targetBikesOf(city.stations.capacity[i] ?? null, own);
    const severity = reason === null ? severityOf(usable, target, own) : 'unknown';
    judgement.severity.push(SEVERITIES.indexOf(severity));
    judgement.unknownReason.push(reason === null ? null : UNKNOWN_REASONS.indexOf(reason));
    judgement.usableBikes.push(reason === null ? usable : null);
    judgement.targetBikes.push(reason === null ? target : null);
    judgement.shortage.push(reason === null ? Math.max(0, target - usable) : 0);
  });
  return judgement;
}

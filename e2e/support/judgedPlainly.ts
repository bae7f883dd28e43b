import type { Severity } from '@/lib/deficit/assessment';
import type { FeedStation } from './readCity';

export const SEVERITY_ORDER: readonly Severity[] = ['empty', 'critical', 'low', 'ok', 'unknown'];

export interface PlainJudgement {
  name: string;
  severity: Severity;
  /** null where the station cannot be judged. */
  targetBikes: number | null;
}

/**
 * The built-in thresholds applied to what the feed says, written down a second time so that the
 * product's own judgement has something to be compared with: target = max(3, a fifth of the
 * docks, rounded up), never more than the docks; empty at 0, critical at half of the target,
 * low below it; unknown where closed, or an hour behind the feed's median report.
 */
export function judgedPlainly(stations: readonly FeedStation[]): Map<string, PlainJudgement> {
  const reports = stations.map((one) => one.lastReportedS).sort((a, b) => a - b);
  const medianS = reports[Math.floor((reports.length - 1) / 2)]!;
  const judge = (station: FeedStation): PlainJudgement => {
    const { name, capacity, numBikesAvailable: bikes, isInstalled, isRenting } = station;
    const isSilent = medianS - station.lastReportedS > 3_600;
    if (!isInstalled || !isRenting || isSilent) {
      return { name, severity: 'unknown', targetBikes: null };
    }
    const targetBikes = Math.min(capacity, Math.max(3, Math.ceil(capacity / 5)));
    return { name, severity: severityOf(bikes, targetBikes), targetBikes };
  };
  return new Map(stations.map((station) => [station.stationId, judge(station)]));
}

function severityOf(bikes: number, target: number): Severity {
  if (target === 0 || bikes >= target) return 'ok';
  if (bikes === 0) return 'empty';
  return bikes <= target / 2 ? 'critical' : 'low';
}

'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { useAgeWords } from '@/components/map/freshness/useAgeWords';
import { useAnomalyWords } from '@/components/map/freshness/useBannerWords';
import { EmptyState } from '@/components/ui/EmptyState';
import type { AnomalyReport, ConcernedStation } from '@/lib/feeds/feedsReport';

/** What is odd about the feeds now, what it means, and which stations it concerns. */
export function AnomalyList({
  anomalies,
  nowS,
}: {
  anomalies: readonly AnomalyReport[];
  nowS: number;
}) {
  const t = useTranslations('feeds');
  const words = useAnomalyWords();
  return (
    <section aria-labelledby="anomalies">
      <h2 id="anomalies" className="mb-3 font-semibold text-lg">
        {t('anomalies')}
      </h2>
      {anomalies.length === 0 ? (
        <div className="rounded-lg border border-line bg-raised">
          <EmptyState
            icon={<CircleCheck className="size-6" aria-hidden="true" />}
            title={t('noAnomalies')}
          >
            {t('noAnomaliesExplain')}
          </EmptyState>
        </div>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {anomalies.map((anomaly) => (
            <li key={`${anomaly.feed} ${anomaly.kind}`} className="px-4 py-4">
              <h3 className="font-medium text-base">{words(anomaly)}</h3>
              <p className="max-w-160 text-ink-muted text-sm">{t(`meaning.${anomaly.kind}`)}</p>
              {anomaly.stations.length > 0 && <ConcernedStations anomaly={anomaly} nowS={nowS} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ConcernedStations({ anomaly, nowS }: { anomaly: AnomalyReport; nowS: number }) {
  const t = useTranslations('feeds');
  const { stations, count } = anomaly;
  return (
    <details className="mt-2">
      <summary className="inline-flex cursor-pointer items-center rounded-sm text-sm underline decoration-line-strong underline-offset-2 pointer-coarse:min-h-11">
        {t('which', { count: stations.length })}
      </summary>
      <ul className="mt-2 columns-1 gap-x-8 text-sm sm:columns-2 lg:columns-3">
        {stations.map((station) => (
          <li key={station.stationId} className="break-inside-avoid py-0.5">
            <Concerned station={station} nowS={nowS} />
          </li>
        ))}
      </ul>
      {count > stations.length && (
        <p className="mt-2 text-ink-muted text-sm">
          {t('more', { count: count - stations.length })}
        </p>
      )}
    </details>
  );
}

function Concerned({ station, nowS }: { station: ConcernedStation; nowS: number }) {
  const t = useTranslations('feeds');
  const age = useAgeWords();
  const reported =
    station.lastReportedAt === null
      ? t('neverReported')
      : t('ago', { age: age(nowS - station.lastReportedAt) });
  return (
    <>
      {station.name === null ? (
        <span className="tabular">{t('orphan', { id: station.stationId })}</span>
      ) : (
        <Link
          href={`/map?${new URLSearchParams({ station: station.stationId })}`}
          className="underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          {station.name}
        </Link>
      )}{' '}
      <span className="tabular whitespace-nowrap text-ink-muted">{reported}</span>
    </>
  );
}

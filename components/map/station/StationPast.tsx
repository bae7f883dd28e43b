'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { zoomedText } from '@/components/station/shownSpan';
import { stationPath } from '@/components/station/stationPath';
import { Button, buttonClasses } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { UNKNOWN_REASONS } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';
import { useServerTime } from '../freshness/useServerTime';
import { StationDayChart } from './StationDayChart';
import { StationEvents } from './StationEvents';
import { stationDay } from './stationDay';
import { useStationHistory } from './useStationHistory';

/** Without any change the day is read again this often, seconds: it slides, and gaps show. */
const SLOT_S = 5 * 60;
const DAY_S = 24 * 60 * 60;
const STALE = UNKNOWN_REASONS.indexOf('stale');

/** The station's last day as a chart, and what happened to it. Loaded once a station is open. */
export default function StationPast({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('station.day');
  const { status, assessment, marker, past } = view.frame;
  const slot = useServerTime((nowS) => Math.floor(nowS / SLOT_S));
  const said = [status.numBikesAvailable[index], status.numDocksAvailable[index]];
  const { history, hasFailed, retry } = useStationHistory(
    view.base.stations.stationId[index]!,
    past ? String(past.at) : [...said, status.flags[index], marker.settingsVersion, slot].join(),
    past?.at ?? null,
  );
  // From a moment of the past one comes to the day before it, not to the last one.
  const shownDay =
    past && zoomedText({ fromAt: past.at - DAY_S, toAt: past.at }, view.base.timezone);
  const isSilent = assessment.unknownReason[index] === STALE;
  return (
    <>
      <section
        aria-label={t(past ? 'titlePast' : 'title')}
        aria-busy={history === null && !hasFailed}
      >
        <div className="flex items-center justify-between gap-2">
          <h3 className="font-semibold text-sm">{t(past ? 'titlePast' : 'title')}</h3>
          <Link
            href={stationPath(view.base.stations.stationId[index]!, shownDay)}
            prefetch={false}
            className={buttonClasses('quiet', 'small')}
          >
            <History size={14} aria-hidden />
            {t('history')}
          </Link>
        </div>
        {hasFailed ? (
          <div role="alert" className="mt-1 flex items-center gap-3 text-danger text-xs">
            <p className="flex-1">{t(history ? 'old' : 'failed')}</p>
            <Button size="small" onClick={retry}>
              {t('retry')}
            </Button>
          </div>
        ) : null}
        {history ? (
          <StationDayChart
            view={view}
            index={index}
            day={stationDay(history, {
              phantomBikes: status.phantomBikes[index] ?? 0,
              silentSinceAt: isSilent ? (status.lastReportedAt[index] ?? null) : null,
            })}
          />
        ) : hasFailed ? null : (
          <div role="status" aria-label={t('loading')}>
            <Skeleton className="mt-2 h-5 w-2/3" />
            <Skeleton className="mt-2 h-[164px] w-full" />
          </div>
        )}
      </section>
      {history ? (
        <StationEvents
          key={history.stationId}
          events={history.events}
          timezone={view.base.timezone}
        />
      ) : null}
    </>
  );
}

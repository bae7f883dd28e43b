'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { CityBase } from '@/lib/pipeline/cityView';
import type { Anomaly } from '@/lib/stations/cityColumns';
import type { BannerDecision } from './bannerDecisions';
import { useAgeWords } from './useAgeWords';
import { useReasonWords } from './useReasonWords';

/** Makes words of a banner's decision. */
export function useBannerWords({
  systemName,
  timezone,
}: CityBase): (banner: BannerDecision) => string {
  const t = useTranslations('map.banner');
  const age = useAgeWords();
  const reasonWords = useReasonWords();
  const anomalyWords = useAnomalyWords();
  const format = useFormatter();
  const clock = (atS: number) =>
    format.dateTime(new Date(atS * 1_000), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: timezone,
    });
  return (banner) => {
    switch (banner.code) {
      case 'simulated': {
        const what =
          banner.simulation === 'replay'
            ? t('simulatedReplay', { name: systemName })
            : t('simulatedGenerated');
        return `${what} ${t(banner.liveFeedAnswers ? 'liveAnswers' : 'simulatedHint')}`.trim();
      }
      case 'signedOut':
        return t('signedOut');
      case 'connectionLost':
        return t('connectionLost', { age: age(banner.forS) });
      case 'remembered':
        return banner.sinceS === null
          ? t('rememberedNothing')
          : t('remembered', {
              at: format.dateTime(new Date(banner.sinceS * 1_000), {
                weekday: 'long',
                hour: '2-digit',
                minute: '2-digit',
                hourCycle: 'h23',
                timeZone: timezone,
              }),
            });
      case 'noData':
        return banner.reason === null
          ? t('noData')
          : t('noDataReason', { reason: reasonWords(banner.reason) });
      case 'workerSilent':
        return banner.forS === null
          ? t('workerNever')
          : t('workerSilent', { age: age(banner.forS) });
      case 'feedDown': {
        const reason = reasonWords(banner.reason ?? '');
        return banner.dataAgeS === null
          ? t('feedDownNoAge', { reason })
          : t('feedDown', { reason, failures: banner.failures, age: age(banner.dataAgeS) });
      }
      case 'stale':
        return t('stale', { age: age(banner.ageS), time: clock(banner.sinceS) });
      case 'paused': {
        const at = new Date(banner.sinceS * 1_000);
        const day = format.dateTime(at, { day: 'numeric', month: 'short', timeZone: timezone });
        return t(`paused.${banner.job}`, { day, time: clock(banner.sinceS) });
      }
      case 'fallbackSource':
        return t('fallbackSource');
      case 'anomaly':
        return anomalyWords(banner.anomaly);
    }
  };
}

/** Says what is odd about the feed. */
export function useAnomalyWords(): (anomaly: Anomaly) => string {
  const t = useTranslations('map.anomaly');
  const age = useAgeWords();
  return ({ kind, count }) => t(kind, { count, age: age(count) });
}

'use client';

import './time.css';
import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { CityView } from '@/lib/pipeline/cityView';
import { useTimeWords } from './useTimeWords';

/** Over a map of the past: that it is none of now, of when it is, and how it was judged. */
export default function PastBanner({ view, onNow }: { view: CityView; onNow(): void }) {
  const t = useTranslations('time');
  const words = useTimeWords(view.base.timezone);
  const format = useFormatter();
  const { past, freshness } = view.frame;
  if (!past) return null;
  const dayOf = (at: number) =>
    format.dateTime(new Date(at * 1_000), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: view.base.timezone,
    });
  const known =
    past.isUnobserved && freshness.fetchedAt !== null
      ? t('unobserved', { time: words.moment(freshness.fetchedAt) })
      : past.tier === 'hours' && freshness.fetchedAt !== null
        ? t('hours', { time: words.clock(freshness.fetchedAt) })
        : null;
  const judged =
    past.thresholdsSavedAt === null
      ? t('judgedBuiltIn')
      : t('judgedSaved', { day: dayOf(past.thresholdsSavedAt) });
  return (
    <section aria-label={t('bannerLabel')} className="past-stripes">
      <div className="past-banner flex items-center gap-x-4 gap-y-1 px-4 py-2 max-md:flex-wrap max-md:px-3">
        <History size={20} aria-hidden className="shrink-0 max-md:hidden" />
        <p className="tabular flex shrink-0 items-baseline gap-2">
          <span className="sr-only">{t('past')}</span>
          <time
            dateTime={new Date(past.at * 1_000).toISOString()}
            className="flex items-baseline gap-2"
          >
            <b className="font-semibold text-lg leading-6">{words.clock(past.at)}</b>
            <span className="text-sm max-md:hidden">{words.day(past.at)}</span>
            <span className="text-sm md:hidden">{words.shortDay(past.at)}</span>
          </time>
        </p>
        <p className="min-w-0 flex-1 text-xs max-md:order-last max-md:basis-full">
          {known ? <b className="font-semibold">{known} </b> : null}
          {judged}
        </p>
        <Button size="small" onClick={onNow} className="max-md:ml-auto">
          {t('toNow')}
        </Button>
      </div>
    </section>
  );
}

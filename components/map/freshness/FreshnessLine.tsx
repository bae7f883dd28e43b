'use client';

import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import type { LiveCity } from '../live/liveCity';
import { FeedOddities } from './FeedOddities';
import { freshnessFacts } from './freshnessFacts';
import { useAgeWords } from './useAgeWords';
import { useServerTime } from './useServerTime';

const DOT: Record<LiveCity['connection'], string> = {
  open: 'bg-[#009e73]',
  connecting: 'bg-ink-faint',
  lost: 'bg-danger',
  signedOut: 'bg-danger',
};

/**
 * "updated 12 s ago; feed 40 s behind", ticking.
 *
 * @param isPast the map beside it is not of now, but this line is, and says so
 */
export function FreshnessLine({ city, isPast = false }: { city: LiveCity; isPast?: boolean }) {
  const t = useTranslations('map.freshness');
  const age = useAgeWords();
  const { freshness, vehicles } = city.view.frame;
  const updatedAgeS = useServerTime((nowS) => freshnessFacts(freshness, nowS).updatedAgeS);
  const isStale = useServerTime((nowS) => freshnessFacts(freshness, nowS).isStale);
  const { behindS } = freshnessFacts(freshness, 0);
  const state =
    city.connection === 'open' ? 'live' : city.connection === 'connecting' ? 'connecting' : 'lost';
  return (
    <section
      aria-label={t('label')}
      className="tabular pointer-events-auto flex min-h-9 min-w-0 items-center gap-2 rounded-lg border border-line bg-raised px-3 text-xs shadow-overlay"
    >
      <span
        className={joinClasses(
          'size-2 shrink-0 rounded-full',
          isStale ? 'bg-warning' : DOT[city.connection],
        )}
        role="img"
        aria-label={t(state)}
        title={t(state)}
      />
      {isPast ? <span className="shrink-0 font-medium">{t('present')}</span> : null}
      {updatedAgeS === null ? (
        <span>{t('never')}</span>
      ) : (
        <span className={joinClasses('whitespace-nowrap', isStale && 'font-semibold text-warning')}>
          {t('updated', { age: age(updatedAgeS) })}
        </span>
      )}
      {behindS === null ? null : (
        <span className="truncate text-ink-muted">
          <span aria-hidden>· </span>
          {t('behind', { age: age(behindS) })}
        </span>
      )}
      {vehicles.lat.length === 0 ? null : (
        <span className="truncate text-ink-muted max-md:hidden">
          <span aria-hidden>· </span>
          {t('vehicles', { count: vehicles.lat.length })}
        </span>
      )}
      <FeedOddities freshness={freshness} />
    </section>
  );
}

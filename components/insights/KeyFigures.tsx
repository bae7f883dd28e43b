'use client';

import { useTranslations } from 'use-intl';
import { CHRONIC_DAYS } from '@/lib/insights/chronic';
import type { CityRow } from '@/lib/insights/insightRows';
import { KeyFigure } from './KeyFigure';
import { useInsightWords } from './useInsightWords';

/** The asked days and hours in four figures. */
export function KeyFigures({
  city,
  weekChange,
}: {
  city: CityRow;
  /** Of the empty share, last seven days against the seven before; null: unknown. */
  weekChange: number | null;
}) {
  const t = useTranslations('insights.figure');
  const words = useInsightWords();
  const unknown = <span className="font-normal text-ink-muted text-lg">{t('unknown')}</span>;
  const aDay = (value: number | null) => (value === null ? unknown : words.aDay(value));
  return (
    <dl className="grid grid-cols-2 divide-line rounded-lg border border-line bg-raised max-lg:[&>*:nth-child(n+3)]:border-t max-lg:[&>*:nth-child(n+3)]:border-line lg:grid-cols-4 lg:divide-x">
      <KeyFigure
        name={t('uncovered')}
        definition="uncovered"
        value={aDay(city.uncoveredADay)}
        note={
          city.coveredShare === null
            ? null
            : t('coveredNote', { share: words.share(city.coveredShare) })
        }
      />
      <KeyFigure name={t('lost')} definition="lostRentals" value={aDay(city.lostADay)} />
      <KeyFigure
        name={t('emptyShare')}
        definition="emptyShare"
        value={city.emptyShare === null ? unknown : words.share(city.emptyShare)}
        note={weekChange === null ? null : t('weekNote', { change: words.points(weekChange) })}
      />
      <KeyFigure
        name={t('chronic')}
        definition="chronic"
        value={city.days < CHRONIC_DAYS ? unknown : city.chronicStations}
        note={t('ofStations', { stations: city.stations })}
      />
    </dl>
  );
}

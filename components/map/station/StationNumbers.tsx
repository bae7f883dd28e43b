'use client';

import './stock.css';
import { useFormatter, useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { StockBar } from './StockBar';
import { TargetRule } from './TargetRule';

/** What stands at the station and what should. */
export function StationNumbers({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('station');
  const format = useFormatter();
  const { status, assessment } = view.frame;
  const capacity = view.base.stations.capacity[index] ?? null;
  const bikes = status.numBikesAvailable[index] ?? null;
  const phantoms = status.phantomBikes[index] ?? 0;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : format.number(value);
  const facts = [
    {
      term: t('mechanical'),
      value: number(status.numMechanicalAvailable[index]),
      swatch: 'mechanical',
    },
    { term: t('ebikes'), value: number(status.numEbikesAvailable[index]), swatch: 'ebike' },
    { term: t('docks'), value: number(status.numDocksAvailable[index]), swatch: 'dock' },
    {
      term: t('usable'),
      value: number(assessment.usableBikes[index]),
      note: phantoms > 0 ? t('phantom', { count: phantoms }) : '',
    },
    { term: t('target'), value: number(assessment.targetBikes[index]), swatch: 'target' },
    { term: t('shortage'), value: number(assessment.shortage[index]) },
  ];
  return (
    <section aria-label={t('numbers')} className="rounded-lg border border-line bg-raised p-4">
      <p className="tabular flex items-baseline gap-2">
        <span className="text-xl font-semibold">{number(bikes)}</span>
        <span className="text-sm text-ink-muted">
          {t('bikes', { bikes: bikes ?? 0 })}{' '}
          {capacity === null ? '' : t('ofCapacity', { capacity })}
        </span>
      </p>
      <StockBar
        mechanical={status.numMechanicalAvailable[index] ?? null}
        ebikes={status.numEbikesAvailable[index] ?? null}
        bikes={bikes}
        docks={status.numDocksAvailable[index] ?? null}
        capacity={capacity}
        target={assessment.targetBikes[index] ?? null}
      />
      <dl className="mt-4 grid grid-cols-3 gap-x-3 gap-y-3">
        {facts.map(({ term, value, swatch, note }) => (
          <div key={term} className="min-w-0">
            <dt className="flex items-center gap-1.5 text-xs text-ink-muted">
              {swatch ? (
                <span className={`stock-${swatch} h-2.5 w-2.5 shrink-0 rounded-[2px]`} />
              ) : null}
              <span className="truncate">{term}</span>
            </dt>
            <dd className="tabular text-base font-semibold">
              {value}
              {note ? (
                <span className="block text-xs font-normal text-ink-muted">{note}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <TargetRule view={view} index={index} />
    </section>
  );
}

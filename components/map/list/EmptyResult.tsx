'use client';

import { useTranslations } from 'use-intl';
import type { BoundingBox } from '@/lib/geo/boundingBox';
import type { CityView } from '@/lib/pipeline/cityView';
import { filterStations } from '../filters/filterStations';
import { activeFilters, loosen, type MapFilters, noFilters } from '../filters/mapFilters';
import { useFilterWords } from '../filters/useFilterWords';

/** Says what was asked, and offers each filter to let go with how much that would show. */
export function EmptyResult({
  view,
  filters,
  haystacks,
  inSight,
  onFilters,
}: {
  view: CityView;
  filters: MapFilters;
  haystacks: () => readonly string[];
  /** What the map shows, where the list follows it. */
  inSight: BoundingBox | null;
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.empty');
  const wordsOf = useFilterWords(view.base.districts);
  const active = activeFilters(filters);
  if (active.length === 0) return <p className="p-6 text-sm text-ink-muted">{t('none')}</p>;
  const count = (asked: MapFilters) =>
    filterStations(view, asked, haystacks, inSight).indexes.length;
  const asks = [...active]
    .reverse()
    .map((name) => wordsOf(name, filters))
    .join(', ');
  return (
    <div className="overflow-y-auto px-4 py-6" role="status">
      <p className="text-base font-semibold">{t('title')}</p>
      <p className="mt-1 text-sm text-ink-muted">{t('asked', { asks })}</p>
      <p className="mt-4 text-sm text-ink-muted">{t('loosen')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {looserAsks(filters, count).map(({ name, looser, found }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => onFilters(looser)}
              className="flex min-h-11 w-full items-center justify-between gap-3 rounded-md border border-line bg-raised px-3 text-left font-medium transition-colors hover:bg-hover active:bg-pressed md:min-h-9"
            >
              {t(`drop.${name}`)}
              <span className="tabular font-normal text-ink-muted">
                {t('wouldShow', { count: found })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What would show more: each filter alone, as far as that helps, and all of them together. */
function looserAsks(filters: MapFilters, count: (asked: MapFilters) => number) {
  const single = activeFilters(filters).map((name) => ({ name, looser: loosen(filters, name) }));
  const asks = [...single, { name: 'all' as const, looser: noFilters }];
  return asks
    .map((ask) => ({ ...ask, found: count(ask.looser) }))
    .filter((ask) => ask.found > 0 && (ask.name !== 'all' || single.length > 1));
}

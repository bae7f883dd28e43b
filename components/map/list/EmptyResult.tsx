'use client';

import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { shortDistrictName } from '../canvas/districtShapes';
import { filterStations } from '../filters/filterStations';
import { activeFilters, loosen, type MapFilters, noFilters } from '../filters/mapFilters';

/** Says what was asked, and offers each filter to let go with how much that would show. */
export function EmptyResult({
  view,
  filters,
  haystacks,
  onFilters,
}: {
  view: CityView;
  filters: MapFilters;
  haystacks: () => readonly string[];
  onFilters(filters: MapFilters): void;
}) {
  const t = useTranslations('map.empty');
  const asks = useAskWords(view, filters);
  const active = activeFilters(filters);
  if (active.length === 0) return <p className="p-6 text-sm text-ink-muted">{t('none')}</p>;
  return (
    <div className="overflow-y-auto px-4 py-6" role="status">
      <p className="text-base font-semibold">{t('title')}</p>
      <p className="mt-1 text-sm text-ink-muted">{t('asked', { asks })}</p>
      <p className="mt-4 text-sm text-ink-muted">{t('loosen')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {looserAsks(view, filters, haystacks).map(({ name, looser, count }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => onFilters(looser)}
              className="flex min-h-11 w-full items-center justify-between gap-3 rounded-md border border-line bg-raised px-3 text-left font-medium transition-colors hover:bg-hover active:bg-pressed md:min-h-9"
            >
              {t(`drop.${name}`)}
              <span className="tabular font-normal text-ink-muted">
                {t('wouldShow', { count })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What would show more: each filter alone, as far as that helps, and all of them together. */
function looserAsks(view: CityView, filters: MapFilters, haystacks: () => readonly string[]) {
  const count = (asked: MapFilters) => filterStations(view, asked, haystacks).indexes.length;
  const single = activeFilters(filters).map((name) => ({ name, looser: loosen(filters, name) }));
  const asks = [...single, { name: 'all' as const, looser: noFilters }];
  return asks
    .map((ask) => ({ ...ask, count: count(ask.looser) }))
    .filter((ask) => ask.count > 0 && (ask.name !== 'all' || single.length > 1));
}

function useAskWords(view: CityView, filters: MapFilters): string {
  const t = useTranslations('map.empty');
  const severities = useTranslations('map.severity');
  const words: string[] = [];
  if (filters.severities.length > 0)
    words.push(filters.severities.map((s) => severities(s)).join(' / '));
  if (filters.cover) words.push(t(filters.cover));
  if (filters.bikes) words.push(t(filters.bikes));
  if (filters.districtId !== null) {
    const district = view.base.districts.find((d) => d.districtId === filters.districtId);
    words.push(
      t('district', { district: district ? shortDistrictName(district.name) : filters.districtId }),
    );
  }
  if (filters.query.trim() !== '') words.push(t('query', { query: filters.query.trim() }));
  return words.join(', ');
}

'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { shortDistrictName } from '../canvas/districtShapes';
import { districtSums } from './districtSums';

const LISTED = 5;

/** The districts that are shortest of bikes: the way to the coloured map without a pointer. */
export function WorstDistricts({
  view,
  onDistrict,
}: {
  view: CityView;
  onDistrict(districtId: string): void;
}) {
  const t = useTranslations('layers.worst');
  const worst = useMemo(() => worstDistricts(view), [view]);
  if (worst.length === 0) return <p className="mt-2 ml-10 text-ink-muted">{t('none')}</p>;
  return (
    <section className="mt-2 ml-10" aria-label={t('title')}>
      <h3 className="font-medium text-ink-muted">{t('title')}</h3>
      <ul className="mt-0.5">
        {worst.map(({ districtId, name, bikes }) => (
          <li key={districtId}>
            <button
              type="button"
              aria-label={t('list', { name, bikes })}
              onClick={(event) => {
                // The choice is made; the panel would lie over what it leads to.
                event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                onDistrict(districtId);
              }}
              className="-mx-2 flex min-h-7 w-[calc(100%+16px)] items-center justify-between gap-3 rounded-sm px-2 text-left transition-colors hover:bg-hover active:bg-pressed pointer-coarse:min-h-11"
            >
              <span className="truncate">{name}</span>
              <span className="tabular shrink-0 font-medium">{t('bikes', { bikes })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of the coarsest level, those with a whole bike missing or more, worst first. */
function worstDistricts(view: CityView) {
  const sums = districtSums(view);
  return view.base.districts
    .filter(({ level }) => level === 1)
    .map(({ districtId, name }) => ({
      districtId,
      name: shortDistrictName(name),
      bikes: Math.round(sums.get(districtId)?.uncoveredBikes ?? 0),
    }))
    .filter(({ bikes }) => bikes > 0)
    .sort((a, b) => b.bikes - a.bikes)
    .slice(0, LISTED);
}

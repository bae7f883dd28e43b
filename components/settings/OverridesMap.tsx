'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { Skeleton } from '@/components/ui/Skeleton';
import type { OverrideDraft } from '@/lib/settings/settingsDraft';
import { cityOutline, OUTLINE_WIDTH } from './cityOutline';
import type { RuleNames } from './ruleNames';
import { useDistrictFeatures } from './useDistrictFeatures';

/** Where other thresholds hold. The list says the same; a click on a district chooses it there. */
export function OverridesMap({
  overrides,
  names,
  districtId,
  onPick,
}: {
  overrides: readonly OverrideDraft[];
  names: RuleNames;
  /** The district that is chosen for the next override. */
  districtId: string | null;
  onPick: (districtId: string) => void;
}) {
  const t = useTranslations('settings');
  const overridden = new Set(overrides.flatMap((one) => one.districtId ?? []));
  const levels = [...overridden, districtId].flatMap((id) =>
    id === null ? [] : (names.districts.get(id)?.level ?? []),
  );
  const features = useDistrictFeatures([...new Set([1, ...levels])].sort());
  const outline = useMemo(() => cityOutline(features), [features]);
  if (names.districts.size === 0) return null;
  if (!outline) return <Skeleton className="aspect-[4/3] w-full" />;
  return (
    <figure className="m-0">
      <svg
        viewBox={`0 0 ${OUTLINE_WIDTH} ${outline.heightUnits}`}
        className="max-h-60 w-full"
        aria-hidden="true"
        focusable="false"
      >
        {outline.paths.map(({ districtId: id, name, d }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the select beside it is the way for keys
          <path
            key={id}
            d={d}
            onClick={() => onPick(id)}
            className="cursor-pointer stroke-line-strong transition-colors hover:opacity-80"
            fill={overridden.has(id) ? 'var(--accent)' : 'var(--sunken)'}
            // A quartier lies on its arrondissement, which must stay in sight under it.
            fillOpacity={overridden.has(id) ? 0.75 : 0.35}
            strokeWidth={id === districtId ? 9 : 2}
          >
            <title>{name}</title>
          </path>
        ))}
      </svg>
      <figcaption className="mt-2 text-center text-ink-muted text-xs">
        {t('override.mapLegend', { count: overridden.size })}
      </figcaption>
    </figure>
  );
}

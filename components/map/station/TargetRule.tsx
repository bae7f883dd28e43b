'use client';

import { useTranslations } from 'use-intl';
import type { CityView } from '@/lib/pipeline/cityView';
import { ruleOfTarget } from '@/lib/pipeline/stationRules';
import { shortDistrictName } from '../canvas/districtShapes';

/** Whose rule the target is, where it is not the whole city's at all times. */
export function TargetRule({ view, index }: { view: CityView; index: number }) {
  const t = useTranslations('station');
  const rule = ruleOfTarget(view, index);
  if (!rule) return null;
  const { districtName, windowName } = rule;
  return (
    <p className="mt-3 border-line border-t pt-2 text-ink-muted text-xs">
      {t('rule', {
        where: districtName ? shortDistrictName(districtName) : t('wholeCity'),
        when: windowName ?? t('allTimes'),
      })}
    </p>
  );
}

'use client';

import { useTranslations } from 'use-intl/react';
import type { SettingUnit } from '@/lib/settings/settingFields';

/** Names a unit as it stands after a number, or after what was typed for one. */
export function useUnit(): (unit: SettingUnit, amount: number | string) => string {
  const t = useTranslations('settings.unit');
  return (unit, amount) => {
    const count = Number(String(amount).trim().replace(',', '.'));
    return t(unit, { count: Number.isFinite(count) ? count : 0 });
  };
}

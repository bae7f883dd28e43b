'use client';

import { useTranslations } from 'use-intl';
import { ageOf } from './age';

/** Says an age in seconds in words: "12 s", "4 min". */
export function useAgeWords(): (ageS: number) => string {
  const t = useTranslations('map.age');
  return (ageS) => {
    const { unit, value } = ageOf(ageS);
    return t(unit, { value });
  };
}

'use client';

import { useTranslations } from 'use-intl/react';
import type { AlertCondition, ShortageCondition } from '@/lib/alerts/alertCondition';
import { clockText } from '@/lib/alerts/clockText';

/** Names few districts, counts many. */
const MAX_NAMED = 3;

/** Says what a rule looks for: what, where and when, each a part. */
export function useRuleSummary(districtNames: ReadonlyMap<string, string>) {
  const t = useTranslations('alerts');
  const placeOf = ({ districtIds }: ShortageCondition) => {
    if (districtIds.length === 0) return t('rules.wholeCity');
    if (districtIds.length > MAX_NAMED) return t('rules.districts', { count: districtIds.length });
    return districtIds.map((id) => districtNames.get(id) ?? id).join(', ');
  };
  const daysOf = ({ days }: ShortageCondition) => {
    const key = days.join('');
    if (key === '1234567') return t('rules.everyDay');
    if (key === '12345') return t('rules.weekdays');
    if (key === '67') return t('rules.weekend');
    return days.map((day) => t(`day.${dayKey(day)}`)).join(' ');
  };
  return (condition: AlertCondition): string[] => {
    if (condition.kind === 'deadFeed')
      return [t('rules.deadFeed', { minutes: condition.silentMin })];
    const { severity, uncoveredOnly, lastingMin, hours } = condition;
    return [
      t('rules.summary', { severity, uncovered: String(uncoveredOnly), lasting: lastingMin }),
      placeOf(condition),
      `${daysOf(condition)}, ${
        hours
          ? t('rules.hours', { from: clockText(hours.fromMin), to: clockText(hours.toMin) })
          : t('rules.allDay')
      }`,
    ];
  };
}

/** Keys of messages are texts. */
export function dayKey(isoDay: number) {
  return String(isoDay) as '1' | '2' | '3' | '4' | '5' | '6' | '7';
}

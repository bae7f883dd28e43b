'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { DraftCell } from '@/lib/settings/draftChanges';
import { settingFields } from '@/lib/settings/settingFields';
import type { RuleScope } from '@/lib/settings/thresholdOverride';
import { type RuleNames, scopeNames } from './ruleNames';
import { useDayWords } from './useDayWords';
import { useUnit } from './useUnit';

/** Says what a cell of the settings is, and what stands in it. */
export function useCellWords(names: RuleNames) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const unitOf = useUnit();
  const daysInWords = useDayWords();

  const scopeWords = (scope: RuleScope): string => {
    const { district, window } = scopeNames(scope, names);
    return t('scope.placeAndTime', {
      place: district ?? t('scope.city'),
      time: window ?? t('scope.always'),
    });
  };

  const amount = ({ text }: { text: string }): string => {
    if (text === '') return '?';
    const number = Number(text.replace(/\s/g, '').replace(',', '.'));
    return Number.isFinite(number) ? format.number(number) : text;
  };

  return {
    scopeWords,
    /** A number without its unit, "?" where nothing is typed. */
    amount,
    /** "Minimum bikes", or "9th arrondissement, morning rush: Minimum bikes". */
    label(cell: DraftCell): string {
      if (cell.kind === 'window') return t('window.label', { name: cell.window.name });
      if (cell.kind === 'blank') return scopeWords(cell.scope);
      const label = t(`field.${cell.name}.label`);
      return cell.scope ? t('scope.field', { scope: scopeWords(cell.scope), label }) : label;
    },
    /** "5 bikes", "Mon–Fri 07:00–10:00"; without a cell that nothing is said. */
    value(cell: DraftCell | null): string {
      if (cell === null) return t('change.nothing');
      if (cell.kind === 'blank') return t('change.blank');
      if (cell.kind === 'window') {
        const { name, days, from, to } = cell.window;
        return t('window.inWords', { name, days: daysInWords(days), from, to });
      }
      const { unit } = settingFields.find(({ name }) => name === cell.name)!;
      return t('change.amount', { amount: amount(cell), unit: unitOf(unit, cell.text) });
    },
  };
}

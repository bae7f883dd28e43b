'use client';

import { useTranslations } from 'use-intl/react';
import type { CellChange } from '@/lib/settings/draftChanges';
import type { RuleNames } from './ruleNames';
import { useCellWords } from './useCellWords';

/** What differs between two versions: each thing, what it was and what it is. */
export function ChangeList({
  changes,
  names,
}: {
  changes: readonly CellChange[];
  names: RuleNames;
}) {
  const t = useTranslations('settings');
  const words = useCellWords(names);
  return (
    <ul className="tabular flex flex-col gap-1 text-sm">
      {changes.map(({ key, before, after }) => (
        <li key={key} className="break-words">
          {t('history.change', {
            label: words.label((after ?? before)!),
            // "0 → 3 bikes": the unit once, where both sides are numbers.
            before:
              before?.kind === 'value' && after?.kind === 'value'
                ? words.amount(before)
                : words.value(before),
            after: words.value(after),
          })}
        </li>
      ))}
    </ul>
  );
}

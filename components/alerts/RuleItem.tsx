'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/IconButton';
import { Switch } from '@/components/ui/Switch';
import type { OwnRule } from '@/lib/alerts/ruleStore';
import { useRuleSummary } from './useRuleSummary';

/** One rule: what it looks for, what it finds now, and what can be done with it. */
export function RuleItem({
  rule,
  districtNames,
  onSwitch,
  onEdit,
  onRemove,
}: {
  rule: OwnRule;
  districtNames: ReadonlyMap<string, string>;
  onSwitch: (isEnabled: boolean) => Promise<void>;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations('alerts');
  const summaryOf = useRuleSummary(districtNames);
  const { name, openCount } = rule;
  // Moves under the finger; goes back by itself where it could not be saved.
  const [isEnabled, showEnabled] = useOptimistic(rule.isEnabled);
  const [, startTransition] = useTransition();
  const switchTo = (isOn: boolean) =>
    startTransition(async () => {
      showEnabled(isOn);
      await onSwitch(isOn);
    });
  return (
    <li className="flex gap-3 px-5 py-3">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium text-sm">{name}</p>
        {summaryOf(rule.condition).map((part) => (
          <p key={part} className="text-ink-muted text-sm">
            {part}
          </p>
        ))}
        <p className="tabular mt-1 font-medium text-xs">
          {isEnabled ? t('rules.open', { count: openCount }) : t('rules.off')}
        </p>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1">
        <Switch checked={isEnabled} onChange={(event) => switchTo(event.target.checked)}>
          <span className="sr-only">{t('rules.switch', { name })}</span>
        </Switch>
        <div className="-mr-2 flex">
          <IconButton label={t('rules.edit', { name })} onClick={onEdit}>
            <Pencil className="size-4" aria-hidden="true" />
          </IconButton>
          <IconButton label={t('rules.remove', { name })} onClick={onRemove}>
            <Trash2 className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </li>
  );
}

'use client';

import { ListFilter, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Note } from '@/components/ui/Note';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { RuleForm } from '@/lib/alerts/parseRuleForm';
import { newRuleForm, ruleFormOf } from '@/lib/alerts/ruleFormOf';
import type { OwnRule } from '@/lib/alerts/ruleStore';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { RemoveRule } from './RemoveRule';
import { RuleDialog } from './RuleDialog';
import { RuleItem } from './RuleItem';
import type { RuleAnswer } from './ruleAnswer';
import { Section } from './Section';

/** What is open on top of the list. */
type Open =
  | { kind: 'edit'; ruleId: string | null; form: RuleForm }
  | { kind: 'remove'; rule: OwnRule };

/** The person's rules, with what adds, changes, stops and removes them. */
export function RuleList({
  rules,
  districts,
  mayWatchFeed,
  save,
  remove,
}: {
  rules: readonly OwnRule[];
  districts: readonly CityDistrict[];
  mayWatchFeed: boolean;
  save: (ruleId: string | null, form: RuleForm) => Promise<RuleAnswer>;
  remove: (ruleId: string) => Promise<{ kind: string }>;
}) {
  const t = useTranslations('alerts');
  const isHydrated = useIsHydrated();
  const [open, setOpen] = useState<Open | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const districtNames = new Map(districts.map(({ districtId, name }) => [districtId, name]));

  async function switchRule(rule: OwnRule, isEnabled: boolean) {
    const answer = await save(rule.ruleId, { ...ruleFormOf(rule), isEnabled }).catch(() => null);
    setHasFailed(answer?.kind !== 'saved');
  }

  return (
    <Section
      title={t('rules.title')}
      aside={
        <Button
          size="small"
          kind="primary"
          disabled={!isHydrated}
          icon={<Plus className="size-4" aria-hidden="true" />}
          onClick={() => setOpen({ kind: 'edit', ruleId: null, form: newRuleForm })}
        >
          {t('rules.add')}
        </Button>
      }
    >
      {hasFailed && (
        <div className="px-5 pt-3">
          <Note isGood={false}>{t('form.answer.failed')}</Note>
        </div>
      )}
      {rules.length === 0 ? (
        <EmptyState
          icon={<ListFilter className="size-8" aria-hidden="true" />}
          title={t('rules.empty')}
        >
          {t('rules.emptyExplain')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {rules.map((rule) => (
            <RuleItem
              key={rule.ruleId}
              {...{ rule, districtNames }}
              onSwitch={(isEnabled) => switchRule(rule, isEnabled)}
              onEdit={() => setOpen({ kind: 'edit', ruleId: rule.ruleId, form: ruleFormOf(rule) })}
              onRemove={() => setOpen({ kind: 'remove', rule })}
            />
          ))}
        </ul>
      )}
      <RuleDialog
        initial={open?.kind === 'edit' ? open : null}
        {...{ districts, mayWatchFeed, save }}
        onClose={() => setOpen(null)}
      />
      <RemoveRule
        rule={open?.kind === 'remove' ? open.rule : null}
        remove={remove}
        onClose={() => setOpen(null)}
      />
    </Section>
  );
}

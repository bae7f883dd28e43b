'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '@/components/ui/Dialog';
import type { RuleForm } from '@/lib/alerts/parseRuleForm';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { RuleEditor } from './RuleEditor';
import type { RuleAnswer } from './ruleAnswer';

/** A rule in a drawer, new or as it is. */
export function RuleDialog({
  initial,
  onClose,
  ...editor
}: {
  /** null: closed. */
  initial: { ruleId: string | null; form: RuleForm } | null;
  districts: readonly CityDistrict[];
  mayWatchFeed: boolean;
  save: (ruleId: string | null, form: RuleForm) => Promise<RuleAnswer>;
  onClose: () => void;
}) {
  const t = useTranslations('alerts');
  const ui = useTranslations('ui');
  return (
    <Dialog
      isOpen={initial !== null}
      onClose={onClose}
      title={t(initial?.ruleId ? 'form.editTitle' : 'form.newTitle')}
      closeLabel={ui('close')}
      placement="right"
    >
      {initial && <RuleEditor {...initial} {...editor} onClose={onClose} />}
    </Dialog>
  );
}

'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Note } from '@/components/ui/Note';
import type { OwnRule } from '@/lib/alerts/ruleStore';

/** Asks before a rule is removed. */
export function RemoveRule({
  rule,
  remove,
  onClose,
}: {
  /** null: closed. */
  rule: OwnRule | null;
  remove: (ruleId: string) => Promise<{ kind: string }>;
  onClose: () => void;
}) {
  const t = useTranslations('alerts');
  const ui = useTranslations('ui');
  const [isPending, startTransition] = useTransition();
  const [hasFailed, setHasFailed] = useState(false);

  function confirm(ruleId: string) {
    startTransition(async () => {
      const answer = await remove(ruleId).catch(() => ({ kind: 'failed' }));
      setHasFailed(answer.kind !== 'done');
      if (answer.kind === 'done') onClose();
    });
  }

  return (
    <Dialog
      isOpen={rule !== null}
      onClose={onClose}
      title={t('rules.removeTitle')}
      closeLabel={ui('close')}
    >
      {rule && (
        <div className="flex flex-col gap-4">
          <p className="text-sm">{t('rules.removeExplain', { name: rule.name })}</p>
          {hasFailed && <Note isGood={false}>{t('inbox.failed')}</Note>}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t('rules.keep')}</Button>
            <Button kind="danger" isPending={isPending} onClick={() => confirm(rule.ruleId)}>
              {t('rules.removeConfirm')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea } from '@/components/ui/TextArea';
import { changesBetween } from '@/lib/settings/draftChanges';
import { MAX_REASON_LENGTH } from '@/lib/settings/reasonLength';
import type { RevertAnswer } from '@/lib/settings/saveSettingsForm';
import { ChangeList } from './ChangeList';
import type { RuleNames } from './ruleNames';
import type { VersionRow } from './versionRow';

export type Revert = (wish: {
  version: number;
  baseVersion: number;
  reason: string;
}) => Promise<RevertAnswer>;

interface RevertProps {
  inForce: VersionRow;
  names: RuleNames;
  revert: Revert;
  onClose: () => void;
}

/**
 * Asks why, having shown what putting an earlier version in force again would change.
 *
 * @param row null: nothing is asked
 */
export function RevertDialog({ row, ...props }: RevertProps & { row: VersionRow | null }) {
  const t = useTranslations('settings');
  const tUi = useTranslations('ui');
  return (
    <Dialog
      isOpen={row !== null}
      onClose={props.onClose}
      title={t('revert.title', { version: row?.version ?? 0 })}
      closeLabel={tUi('close')}
    >
      {row && <RevertForm row={row} {...props} />}
    </Dialog>
  );
}

function RevertForm({ row, inForce, names, revert, onClose }: RevertProps & { row: VersionRow }) {
  const t = useTranslations('settings');
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<RevertAnswer | null>(null);
  const [isPending, startTransition] = useTransition();
  const changes = changesBetween(inForce.draft, row.draft);

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const wish = { version: row.version, baseVersion: inForce.version, reason };
      const given = await revert(wish).catch(() => ({ kind: 'failed' }) as const);
      if (given.kind === 'saved') onClose();
      else setAnswer(given);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {changes.length > 0 ? (
        <>
          <p className="text-sm">{t('revert.explain')}</p>
          <ChangeList {...{ changes, names }} />
        </>
      ) : (
        <p className="text-sm">{t('revert.same')}</p>
      )}
      <TextArea
        label={t('reason.label')}
        value={reason}
        maxLength={MAX_REASON_LENGTH}
        onChange={(event) => setReason(event.target.value)}
        hint={t('reason.meaning')}
        error={
          answer?.kind === 'invalid'
            ? t(`error.${answer.reason}`, { max: MAX_REASON_LENGTH, length: reason.length })
            : undefined
        }
      />
      <p role="alert" className="text-danger text-sm empty:hidden">
        {answer && answer.kind !== 'invalid' && answer.kind !== 'saved'
          ? t(`revert.answer.${answer.kind}`)
          : null}
      </p>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>
          {t('revert.cancel')}
        </Button>
        <Button type="submit" kind="primary" isPending={isPending} disabled={changes.length === 0}>
          {t('revert.confirm')}
        </Button>
      </div>
    </form>
  );
}

'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { ConfirmButton } from '@/components/ui/ConfirmButton';
import { Note } from '@/components/ui/Note';
import type { PeopleActions, PersonAnswer } from '@/lib/auth/peopleActions';
import type { PersonRow } from '@/lib/auth/personStore';
import { ManagingPart } from './ManagingPart';

/** Shuts a person out, after a second question, or lets them in again. */
export function PersonAccess({
  person,
  isOwn,
  setEnabled,
}: {
  person: PersonRow;
  isOwn: boolean;
  setEnabled: PeopleActions['setEnabled'];
}) {
  const t = useTranslations('people');
  const [answer, setAnswer] = useState<PersonAnswer | null>(null);
  const [isPending, startTransition] = useTransition();
  const { id, name, isDisabled } = person;

  function set(isEnabled: boolean) {
    startTransition(async () => {
      setAnswer(await setEnabled(id, isEnabled).catch(() => ({ kind: 'failed' }) as const));
    });
  }

  const meaning = t(isDisabled ? 'managing.enableMeaning' : 'managing.disableMeaning', { name });
  return (
    <ManagingPart
      title={t('managing.disableTitle')}
      meaning={isOwn ? `${meaning} ${t('managing.ownMeaning')}` : meaning}
    >
      {answer && (
        <Note isGood={answer.kind === 'changed' || answer.kind === 'unchanged'}>
          {answer.kind === 'changed'
            ? t(isDisabled ? 'managing.disabled' : 'managing.enabled')
            : t(`answer.${answer.kind}`)}
        </Note>
      )}
      {isDisabled ? (
        <div>
          <Button onClick={() => set(true)} isPending={isPending}>
            {t('managing.enable')}
          </Button>
        </div>
      ) : (
        <ConfirmButton
          label={t('managing.disable')}
          question={t('managing.disableSure', { name })}
          yes={t('managing.disableYes')}
          no={t('managing.disableNo')}
          isPending={isPending}
          onConfirm={() => set(false)}
        />
      )}
    </ManagingPart>
  );
}

'use client';

import { KeyRound } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { CopyField } from '@/components/ui/CopyField';
import { Note } from '@/components/ui/Note';
import type { PeopleActions, ResetLinkAnswer } from '@/lib/auth/peopleActions';
import type { PersonRow } from '@/lib/auth/personStore';
import { ManagingPart } from './ManagingPart';

/** A link by which a person chooses a new password. */
export function PersonReset({
  person,
  makeResetLink,
}: {
  person: PersonRow;
  makeResetLink: PeopleActions['makeResetLink'];
}) {
  const t = useTranslations('people');
  const [answer, setAnswer] = useState<ResetLinkAnswer | null>(null);
  const [isPending, startTransition] = useTransition();
  const { id, name, signInKind } = person;

  function ask() {
    startTransition(async () => {
      setAnswer(await makeResetLink(id).catch(() => ({ kind: 'failed' }) as const));
    });
  }

  if (signInKind !== 'password') {
    return (
      <ManagingPart title={t('managing.resetTitle')} meaning={t('managing.noReset', { name })} />
    );
  }
  return (
    <ManagingPart title={t('managing.resetTitle')} meaning={t('managing.resetMeaning', { name })}>
      {answer?.kind === 'issued' ? (
        <IssuedLink name={name} link={answer.link} expiresAt={answer.expiresAt} />
      ) : (
        <>
          {answer && <Note isGood={false}>{t(`answer.${answer.kind}`)}</Note>}
          <div>
            <Button
              onClick={ask}
              isPending={isPending}
              icon={<KeyRound className="size-4" aria-hidden="true" />}
            >
              {t('managing.reset')}
            </Button>
          </div>
        </>
      )}
    </ManagingPart>
  );
}

function IssuedLink({ name, link, expiresAt }: { name: string; link: string; expiresAt: Date }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const at = format.dateTime(expiresAt, { timeStyle: 'short', hourCycle: 'h23' });
  return (
    <>
      <p role="status" className="text-sm">
        {t('managing.resetDone', { name, at })}
      </p>
      <CopyField label={t('managing.linkLabel')} value={link} hint={t('inviting.once')} />
    </>
  );
}

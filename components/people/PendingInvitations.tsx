'use client';

import { MailPlus } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Note } from '@/components/ui/Note';
import type { InvitationRow } from '@/lib/auth/invitationStore';
import type { PeopleActions } from '@/lib/auth/peopleActions';
import type { InviteStart } from './inviteSteps';

interface PendingInvitationsProps {
  invitations: readonly InvitationRow[];
  now: Date;
  withdraw: PeopleActions['withdraw'];
  /** Makes a new link for somebody who is invited already. */
  onAgain: (start: InviteStart) => void;
}

/** The invitations that nobody has accepted. */
export function PendingInvitations(props: PendingInvitationsProps) {
  const { invitations, now, withdraw, onAgain } = props;
  const t = useTranslations('people');
  const [said, setSaid] = useState<{ isGood: boolean; words: string } | null>(null);
  const [isPending, startTransition] = useTransition();

  function takeBack({ id, email }: InvitationRow) {
    startTransition(async () => {
      const answer = await withdraw(id).catch(() => ({ kind: 'failed' }) as const);
      const isGood = answer.kind === 'withdrawn';
      const words = isGood ? t('pending.withdrawn', { email }) : t(`answer.${answer.kind}`);
      setSaid({ isGood, words });
    });
  }

  return (
    <>
      {said && (
        <div className="px-5 pt-4">
          <Note isGood={said.isGood}>{said.words}</Note>
        </div>
      )}
      {invitations.length === 0 ? (
        <EmptyState
          icon={<MailPlus className="size-5" aria-hidden="true" />}
          title={t('pending.empty')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((invitation) => (
            <li
              key={invitation.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3"
            >
              <InvitationWords invitation={invitation} now={now} />
              <span className="flex gap-2">
                <Button
                  size="small"
                  aria-label={t('pending.againFor', { email: invitation.email })}
                  onClick={() => onAgain(invitation)}
                >
                  {t('pending.again')}
                </Button>
                <Button
                  size="small"
                  kind="danger"
                  isPending={isPending}
                  aria-label={t('pending.withdrawFor', { email: invitation.email })}
                  onClick={() => takeBack(invitation)}
                >
                  {t('pending.withdraw')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function InvitationWords({ invitation, now }: { invitation: InvitationRow; now: Date }) {
  const t = useTranslations('people.pending');
  const tShell = useTranslations('shell');
  const format = useFormatter();
  const at = format.dateTime(invitation.expiresAt, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const isOver = invitation.expiresAt < now;
  return (
    <span className="min-w-0 text-sm">
      <span className="block truncate font-medium">{invitation.email}</span>
      <span className="block text-ink-muted">
        {[
          tShell(`role.${invitation.role}`),
          `${t('invitedBy')} ${invitation.invitedBy}`,
          isOver ? t('over', { at }) : `${t('expires')} ${at}`,
        ].join(' · ')}
      </span>
    </span>
  );
}

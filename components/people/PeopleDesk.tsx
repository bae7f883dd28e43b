'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import { Button } from '@/components/ui/Button';
import type { InvitationRow } from '@/lib/auth/invitationStore';
import type { PeopleActions } from '@/lib/auth/peopleActions';
import type { PersonRow } from '@/lib/auth/personStore';
import { InviteDialog } from './InviteDialog';
import type { InviteStart } from './inviteSteps';
import { PendingInvitations } from './PendingInvitations';
import { PeopleTable } from './PeopleTable';
import { PersonDialog } from './PersonDialog';

interface PeopleDeskProps {
  people: readonly PersonRow[];
  invitations: readonly InvitationRow[];
  /** Who looks. */
  ownId: string;
  /** Of the answer, so that ages are the same on server and browser. */
  now: Date;
  actions: PeopleActions;
}

/** Everybody with an account or an invitation, and what an admin can do about them. */
export function PeopleDesk({ people, invitations, ownId, now, actions }: PeopleDeskProps) {
  const t = useTranslations('people');
  const [inviting, setInviting] = useState<InviteStart | null>(null);
  const [managedId, setManagedId] = useState<string | null>(null);
  const managed = people.find((person) => person.id === managedId) ?? null;
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
          <p className="mt-1 max-w-180 text-base text-ink-muted">{t('lead')}</p>
        </div>
        <Button
          kind="primary"
          icon={<UserPlus className="size-4" aria-hidden="true" />}
          onClick={() => setInviting({ email: '', role: 'viewer' })}
        >
          {t('invite')}
        </Button>
      </header>
      <PeopleTable people={people} ownId={ownId} now={now} onManage={setManagedId} />
      <SettingsSection title={t('pending.title')} meaning={t('pending.meaning')}>
        <PendingInvitations
          invitations={invitations}
          now={now}
          withdraw={actions.withdraw}
          onAgain={setInviting}
        />
      </SettingsSection>
      <InviteDialog start={inviting} onClose={() => setInviting(null)} invite={actions.invite} />
      <PersonDialog
        key={managedId}
        person={managed}
        isOwn={managedId === ownId}
        onClose={() => setManagedId(null)}
        actions={actions}
      />
    </>
  );
}
